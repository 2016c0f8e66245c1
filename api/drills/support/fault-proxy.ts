import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { type Direction, type Fault, inDirection } from './fault.ts';
import { Flow } from './flow.ts';

/** A way to PostgreSQL, Redis or any other server on which everything can go wrong that goes wrong on networks. */
export interface FaultProxy {
  /** The address of the server by way of this proxy. */
  url: string;
  /** From now on the fault, or none, for the connections that stand, for those to come, or for both. */
  set(fault: Fault | undefined, which?: 'established' | 'new' | 'all'): void;
  close(): Promise<void>;
}

/** One connection of a client through the proxy. */
export interface Connection {
  set(fault: Fault | undefined): void;
}

/** Told of every piece that arrives at the proxy, before any fault touches it. */
export type Tap = (chunk: Buffer, direction: Direction, connection: Connection) => void;

/** Stands before the server of `target` and passes everything on until a fault is set. */
export async function faultProxy(target: string, tap?: Tap): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<Pair>();
  let ofNew: Fault | undefined;

  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    if (ofNew?.kind === 'reset') return void client.resetAndDestroy();
    const pair = new Pair(client, connect({ host: hostname, port: Number(port), allowHalfOpen: true }), tap);
    pair.set(ofNew);
    pairs.add(pair);
    void pair.closed.then(() => pairs.delete(pair));
  });

  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(await listen(listener));
  return {
    url: url.href,
    set(fault, which = 'all') {
      if (which !== 'established') ofNew = fault;
      if (which !== 'new') for (const pair of pairs) pair.set(fault);
    },
    async close() {
      for (const pair of pairs) pair.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

/** Both ends of one connection. */
class Pair implements Connection {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #flows: Record<Direction, Flow>;
  readonly closed: Promise<unknown>;

  constructor(client: Socket, server: Socket, tap: Tap | undefined) {
    this.#client = client;
    this.#server = server;
    this.#flows = {
      up: new Flow(client, server, (chunk) => tap?.(chunk, 'up', this)),
      down: new Flow(server, client, (chunk) => tap?.(chunk, 'down', this)),
    };
    server.setNoDelay(true);
    for (const socket of [client, server]) socket.on('error', () => undefined);
    this.closed = Promise.all([client, server].map((socket) => once(socket, 'close').catch(() => undefined)));
  }

  set(fault: Fault | undefined): void {
    if (fault?.kind === 'reset') this.#client.resetAndDestroy();
    if (fault?.kind === 'reset') this.#server.destroy();
    for (const direction of ['up', 'down'] as const)
      this.#flows[direction].fault = inDirection(fault, direction);
  }

  destroy(): void {
    this.#client.destroy();
    this.#server.destroy();
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
