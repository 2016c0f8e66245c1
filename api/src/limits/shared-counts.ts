import { createHmac } from 'node:crypto';
import type { Redis } from 'ioredis';
import { Breaker } from '../breaker.ts';
import type { Count } from './counts.ts';
import { redisClient } from './redis-client.ts';
import { Windowed } from './windowed.ts';

const MOST_NAMES = 20_000;

export interface SharedCountsOptions {
  url: string;
  /** When Redis is gone on without, in milliseconds. */
  timeoutMs: number;
  windowMs: number;
  /** 32 bytes that processes of this deployment share and Redis does not know. */
  secret: Buffer;
  /** Called when Redis is gone on without, once until it is back. */
  onFailure: (error: Error) => void;
}

interface Waiting {
  key: string;
  by: 0 | 1;
  resolve: (count: Count | undefined) => void;
}

/**
 * Counts that processes share in Redis. What is asked for in one turn of the event loop goes there in one command. Redis
 * sees keyed hashes, never what is counted (design section 14).
 */
export class SharedCounts {
  readonly #options: SharedCountsOptions;
  readonly #redis: Redis;
  readonly #breaker = new Breaker();
  readonly #names: Windowed<string>;
  #waiting: Waiting[] = [];

  constructor(options: SharedCountsOptions) {
    this.#options = options;
    this.#redis = redisClient(options.url, options.timeoutMs);
    this.#names = new Windowed(options.windowMs, MOST_NAMES);
  }

  get away(): boolean {
    return this.#redis.status !== 'ready' || this.#breaker.open;
  }

  /** @returns the count after adding; undefined when Redis was not reached in time */
  count(key: string, by: 0 | 1): Promise<Count | undefined> {
    return new Promise((resolve) => {
      if (this.#waiting.push({ key, by, resolve }) === 1) setImmediate(() => void this.#ask());
    });
  }

  close(): void {
    this.#redis.disconnect();
  }

  async #ask(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    const counts = await this.#breaker.run(
      () =>
        this.#redis.countInWindows(
          group.length,
          ...group.map(({ key }) => this.#nameOf(key)),
          this.#options.windowMs,
          ...group.map(({ by }) => by),
        ),
      (error) => {
        if (!this.#breaker.open) this.#options.onFailure(error);
      },
    );
    group.forEach(({ resolve }, at) =>
      resolve(counts && { current: counts[2 * at]!, ttl: counts[2 * at + 1]! }),
    );
  }

  #nameOf(key: string): string {
    const known = this.#names.get(key);
    if (known) return known.value;
    const hash = createHmac('sha256', this.#options.secret).update(key).digest().subarray(0, 16);
    const name = `assay:limit:${hash.toString('base64url')}`;
    this.#names.begin(key, name);
    return name;
  }
}
