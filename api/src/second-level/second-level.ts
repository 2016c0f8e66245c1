import { setTimeout as sleep } from 'node:timers/promises';
import { Breaker } from '../breaker.ts';
import { type RedisClient, redisClient } from './redis-client.ts';
import { type Entry, openEntry, sealEntry } from './seal-entry.ts';

/** Half of the time that changes are kept, so that every change since an entry was read is known. */
const TTL_MS = 300_000;

export interface SecondLevelOptions {
  url: string;
  /** When Redis is gone on without, in milliseconds. */
  timeoutMs: number;
  /** 32 bytes that processes of this deployment share and Redis does not know. */
  secret: Buffer;
  /** What every name begins with: nothing is shared between two databases or two shapes of an entry. */
  prefix: () => string;
  onFailure: (error: Error) => void;
}

/**
 * What processes share of the registry, in Redis. It makes a first reading faster and never vouches: every entry says
 * at which version of the registry it was read, and whoever takes it compares. Without Redis nothing is found.
 */
export class SecondLevel {
  readonly #options: SecondLevelOptions;
  readonly #client: RedisClient;
  readonly #breaker = new Breaker();

  constructor(options: SecondLevelOptions) {
    this.#options = options;
    this.#client = redisClient(options.url, () => undefined);
    void this.#client.connect().catch(options.onFailure);
  }

  get away(): boolean {
    return !this.#client.isReady || this.#breaker.open;
  }

  async read(key: string): Promise<Entry | undefined> {
    const name = this.#nameOf(key);
    const sealed = await this.#ask(() => this.#client.get(name));
    return sealed == null ? undefined : openEntry(this.#options.secret, name, sealed);
  }

  /** Stores an entry unless a newer one is there. Whether it was stored; undefined when Redis was not reached. */
  async write(key: string, entry: Entry): Promise<boolean | undefined> {
    const name = this.#nameOf(key);
    const sealed = sealEntry(this.#options.secret, name, entry);
    return this.#ask(() => this.#client.storeNewer(name, entry.v, sealed, TTL_MS));
  }

  close(): void {
    if (this.#client.isOpen) this.#client.destroy();
  }

  #nameOf(key: string): string {
    return `assay:${this.#options.prefix()}:${key}`;
  }

  #ask<T>(command: () => Promise<T>): Promise<T | undefined> {
    return this.#breaker.run(() => within(command(), this.#options.timeoutMs), this.#options.onFailure);
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const waiting = new AbortController();
  const late = sleep(ms, undefined, { signal: waiting.signal, ref: false }).then(() => {
    throw new Error(`Redis did not answer within ${ms} ms`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    waiting.abort();
    work.catch(() => undefined);
  }
}
