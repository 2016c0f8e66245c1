import pg from 'pg';
import { BoundedPool } from './bounded-pool.ts';
import { UnnamedClient } from './unnamed-client.ts';

export interface PoolOptions {
  url: string;
  max: number;
  /** A frozen server is noticed by this bound alone; the connection is then dropped. */
  queryTimeoutMs: number;
  /** A PgBouncer in transaction mode stands before the server: no statement outlives its transaction by a name. */
  pooled: boolean;
  /** Called when an idle connection breaks: without a listener the process would end. */
  onLost: (error: Error) => void;
}

/**
 * Opens a pool of connections to PostgreSQL. Numbers in `int8` come as JavaScript numbers only where a query asks.
 * Nothing is set for a session, as behind a PgBouncer the next transaction may have another one: what a statement needs,
 * such as a bound for its locks, it sets for its own transaction.
 */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new BoundedPool({
    connectionString: options.url,
    max: options.max,
    query_timeout: options.queryTimeoutMs,
    connectionTimeoutMillis: options.queryTimeoutMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'assay',
    Client: options.pooled ? UnnamedClient : pg.Client,
  });
  pool.on('error', options.onLost);
  return pool;
}
