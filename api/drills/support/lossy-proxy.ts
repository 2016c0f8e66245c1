import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What becomes of the server's next reply to a statement: it never arrives, with or without the connection ending. */
export type Loss = 'reset' | 'silence';

/** A way to PostgreSQL on which a reply can be lost after the server has done, and committed, what was asked. */
export interface LossyProxy {
  url: string;
  /** The next connection that sends `mark` has the reply to it lost. Resolves when that has happened. */
  loseReplyTo(mark: string, loss: Loss): Promise<void>;
  close(): Promise<void>;
}

/** Both ends of one connection. */
interface Pair {
  client: Socket;
  server: Socket;
  losing: { loss: Loss; done: () => void } | undefined;
}

/** PostgreSQL's ReadyForQuery outside a transaction: what was asked is committed. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Stands before the server of `target`, passing everything on until it is told to lose something. */
export async function lossyProxy(target: string): Promise<LossyProxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<Pair>();
  let armed: { mark: Buffer; loss: Loss; done: () => void } | undefined;

  const listener = createServer((client) => {
    const server = connect(Number(port), hostname);
    const pair: Pair = { client, server, losing: undefined };
    pairs.add(pair);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => end(pair));
    }
    client.on('data', (chunk: Buffer) => {
      if (armed && chunk.includes(armed.mark)) {
        pair.losing = { loss: armed.loss, done: armed.done };
        armed = undefined;
      }
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (!pair.losing) return void client.write(chunk);
      if (!chunk.includes(READY)) return;
      const { loss, done } = pair.losing;
      if (loss === 'reset') client.resetAndDestroy();
      done();
    });
  });

  function end(pair: Pair): void {
    pairs.delete(pair);
    pair.client.destroy();
    pair.server.destroy();
  }

  const url = new URL(target);
  url.port = String(await listen(listener));
  return {
    url: url.href,
    loseReplyTo: (mark, loss) =>
      new Promise((done) => {
        armed = { mark: Buffer.from(mark), loss, done };
      }),
    async close() {
      for (const pair of pairs) end(pair);
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
