import { type Connection, faultProxy } from './fault-proxy.ts';

/** What becomes of the server's next reply to a statement: it never arrives, with or without the connection ending. */
export type Loss = 'reset' | 'silence';

/** A way to PostgreSQL on which a reply can be lost after the server has done, and committed, what was asked. */
export interface LossyProxy {
  url: string;
  /** The next connection that sends `mark` has the reply to it lost. Resolves when that has happened. */
  loseReplyTo(mark: string, loss: Loss): Promise<void>;
  close(): Promise<void>;
}

interface Losing {
  mark: Buffer;
  loss: Loss;
  done: () => void;
}

/** PostgreSQL's ReadyForQuery outside a transaction: what was asked is committed. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Stands before the server of `target`, passing everything on until it is told to lose something. */
export async function lossyProxy(target: string): Promise<LossyProxy> {
  let armed: Losing | undefined;
  const losing = new Map<Connection, Losing>();

  const proxy = await faultProxy(target, (chunk, direction, connection) => {
    if (direction === 'up' && armed && chunk.includes(armed.mark)) {
      connection.set({ kind: 'black-hole', direction: 'down' });
      losing.set(connection, armed);
      armed = undefined;
    }
    const lost = direction === 'down' && chunk.includes(READY) && losing.get(connection);
    if (!lost) return;
    if (lost.loss === 'reset') connection.set({ kind: 'reset' });
    lost.done();
  });
  return {
    url: proxy.url,
    loseReplyTo: (mark, loss) =>
      new Promise((done) => {
        armed = { mark: Buffer.from(mark), loss, done };
      }),
    close: () => proxy.close(),
  };
}
