import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** One message as it arrived. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** What a maker would run to be told of events. */
export interface Receiver {
  port: number;
  received: Received[];
  /** What it does with messages from now on; it begins with an empty 204. */
  reply: (response: ServerResponse, message: Received) => void;
  /** Resolves once it has got so many messages. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

/** @param options.tls key and certificate as one PEM: it then speaks https */
export async function startReceiver(options: { tls?: string } = {}): Promise<Receiver> {
  const { tls } = options;
  const server = tls === undefined ? createServer() : createSecureServer({ key: tls, cert: tls });
  let waiting: (() => void)[] = [];
  server.on('request', (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
    request.on('end', () => {
      const message = { headers: request.headers, body };
      receiver.received.push(message);
      for (const tell of waiting.splice(0)) tell();
      receiver.reply(response, message);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    port: (server.address() as AddressInfo).port,
    received: [],
    reply: (response) => void response.writeHead(204).end(),
    async until(count) {
      while (receiver.received.length < count) await new Promise<void>((tell) => waiting.push(tell));
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
