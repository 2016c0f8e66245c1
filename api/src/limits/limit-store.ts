import type { FastifyRateLimitStore } from '@fastify/rate-limit';
import type { Count, Counts } from './counts.ts';
import type { SharedCounts } from './shared-counts.ts';

type Done = (error: Error | null, count?: Count) => void;

/**
 * Where @fastify/rate-limit counts: in Redis where it answers, else in this process, which counts all the time, so that
 * Redis going away gives nobody a fresh start.
 */
export class LimitStore implements FastifyRateLimitStore {
  readonly #own: Counts;
  readonly #shared: SharedCounts | undefined;

  constructor(own: Counts, shared: SharedCounts | undefined) {
    this.#own = own;
    this.#shared = shared;
  }

  incr(key: string, done: Done): void {
    this.#tell(key, 1, this.#own.add(key), done);
  }

  read(key: string, done: Done): void {
    this.#tell(key, 0, this.#own.read(key), done);
  }

  child(): this {
    return this;
  }

  #tell(key: string, by: 0 | 1, own: Count, done: Done): void {
    if (!this.#shared) done(null, own);
    else void this.#shared.count(key, by).then((shared) => done(null, shared ?? own));
  }
}
