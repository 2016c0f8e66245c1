import pg from 'pg';

export interface PoolOptions {
  url: string;
  max: number;
  /** A frozen server is noticed by this bound alone; the connection is then dropped. */
  queryTimeoutMs: number;
  lockTimeoutMs: number;
  /** Called when an idle connection breaks: without a listener the process would end. */
  onLost: (error: Error) => void;
}

/** Opens a pool of connections to PostgreSQL. Numbers in `int8` come as JavaScript numbers only where a query asks. */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    query_timeout: options.queryTimeoutMs,
    connectionTimeoutMillis: options.queryTimeoutMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options: `-c lock_timeout=${options.lockTimeoutMs} -c timezone=UTC`,
    application_name: 'assay',
  });
  pool.on('error', options.onLost);
  return pool;
}
