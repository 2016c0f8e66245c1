import pg from 'pg';
import { UnnamedClient } from '../db/unnamed-client.ts';
import type { ClockReading } from './lease.ts';

const READ_CLOCK = {
  name: 'read-clock',
  text: `select c.v::float8 as v, pg_is_in_recovery() as recovering,
    (select timeline_id from pg_control_checkpoint()) as timeline,
    (select coalesce(json_agg(c), '[]') from (
      select key, max(v) as v from app.change where v > $1 group by key order by max(v)) c) as changed,
    (select count(distinct v)::int4 from app.change where v > $1) as versions,
    (select system_identifier from pg_control_system()) || '.' ||
      (select oid from pg_database where datname = current_database()) || '.' ||
      (select timeline_id from pg_control_checkpoint()) as world
    from app.registry_clock c`,
};

/**
 * A connection of its own to the primary, for the clock alone: it never waits behind other work, and after a fault
 * the next reading opens a new one.
 */
export class ClockConnection {
  readonly #url: string;
  readonly #timeoutMs: number;
  readonly #pooled: boolean;
  #client: pg.Client | undefined;

  constructor(url: string, timeoutMs: number, pooled: boolean) {
    this.#url = url;
    this.#timeoutMs = timeoutMs;
    this.#pooled = pooled;
  }

  /** @throws the connection's error, or a timeout */
  async read(seen: number): Promise<ClockReading> {
    try {
      const client = (this.#client ??= await this.#connect());
      const { rows } = await client.query<ClockReading>({ ...READ_CLOCK, values: [seen] });
      if (!rows[0]) throw new Error('the registry clock has no row');
      return rows[0];
    } catch (error) {
      this.#drop();
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #connect(): Promise<pg.Client> {
    const client = new (this.#pooled ? UnnamedClient : pg.Client)({
      connectionString: this.#url,
      connectionTimeoutMillis: this.#timeoutMs,
      query_timeout: this.#timeoutMs,
      application_name: 'assay-clock',
    });
    client.on('error', () => this.#drop());
    await client.connect();
    return client;
  }

  /** Without a farewell: the server may be frozen, and would never answer it. */
  #drop(): void {
    const client = this.#client;
    this.#client = undefined;
    if (client)
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}
