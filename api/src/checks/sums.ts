import type { Pool } from 'pg';
import type { Reason } from '@assay/contract';

/** A check that touches no unit: only sums of these are kept. */
export interface CountedCheck {
  /** 0 for a product that nobody registered. */
  gtin: number;
  province: number;
  reason: Reason;
}

const ADD_SUMS = {
  name: 'add-sums',
  text: `with bounded as materialized (select set_config('lock_timeout', $6, true))
    insert into app.check_sum as s (gtin, hour, province, reason, n)
    select gtin, hour, province, reason, n
    from bounded, unnest($1::int8[], $2::timestamptz[], $3::int2[], $4::text[], $5::int4[]) as i (gtin, hour, province, reason, n)
    order by gtin, hour, province, reason
    on conflict (gtin, hour, province, reason) do update set n = s.n + excluded.n`,
};

const HOUR_MS = 3_600_000;

/** Counts checks in memory and writes the sums now and then; what could not be written stays counted. */
export class Sums {
  readonly #pool: Pool;
  readonly #now: () => Date;
  readonly #lockTimeoutMs: number;
  readonly #counts = new Map<string, CountedCheck & { hour: number; n: number }>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(pool: Pool, now: () => Date, lockTimeoutMs: number) {
    this.#pool = pool;
    this.#now = now;
    this.#lockTimeoutMs = lockTimeoutMs;
  }

  start(everyMs: number, onError: (error: Error) => void): void {
    this.#timer = setInterval(() => void this.flush().catch(onError), everyMs);
  }

  /** Stops the clockwork and writes what is left. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  count(check: CountedCheck, n = 1): void {
    const hour = Math.floor(this.#now().getTime() / HOUR_MS) * HOUR_MS;
    const name = `${check.gtin} ${hour} ${check.province} ${check.reason}`;
    const known = this.#counts.get(name);
    if (known) known.n += n;
    else this.#counts.set(name, { ...check, hour, n });
  }

  flush(): Promise<void> {
    this.#flushing = this.#flushing.catch(() => undefined).then(() => this.#write());
    return this.#flushing;
  }

  async #write(): Promise<void> {
    const sums = [...this.#counts.values()];
    if (!sums.length) return;
    this.#counts.clear();
    try {
      await this.#pool.query({
        ...ADD_SUMS,
        values: [
          sums.map(({ gtin }) => gtin),
          sums.map(({ hour }) => new Date(hour)),
          sums.map(({ province }) => province),
          sums.map(({ reason }) => reason),
          sums.map(({ n }) => n),
          this.#lockTimeoutMs,
        ],
      });
    } catch (error) {
      for (const sum of sums) this.#restore(sum);
      throw error;
    }
  }

  #restore(sum: CountedCheck & { hour: number; n: number }): void {
    const name = `${sum.gtin} ${sum.hour} ${sum.province} ${sum.reason}`;
    const known = this.#counts.get(name);
    if (known) known.n += sum.n;
    else this.#counts.set(name, sum);
  }
}
