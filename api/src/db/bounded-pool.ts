import pg from 'pg';

/** More than the single checks of two groups that are tried once more. */
const MOST_WAITING = 1_000;

/** Too many wait for a connection: who comes now would only be answered too late. */
export class PoolFull extends Error {
  override readonly name = 'PoolFull';

  constructor() {
    super('too many wait for a connection');
  }
}

type Connected = Parameters<pg.Pool['connect']>[0];

/** A pool whose queue has an end. */
export class BoundedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const isFull = this.waitingCount >= MOST_WAITING;
    if (!callback) return isFull ? Promise.reject(new PoolFull()) : super.connect();
    if (isFull) callback(new PoolFull(), undefined, () => undefined);
    else super.connect(callback);
  }
}
