import { Windowed } from './windowed.ts';

/** How often something happened in its window, and the milliseconds until that ends. */
export interface Count {
  current: number;
  ttl: number;
}

/** Some 50 MB at the most. */
const MOST_KEYS = 200_000;

/** Counts in the memory of this process. */
export class Counts {
  readonly #windowMs: number;
  readonly #counts: Windowed<{ n: number }>;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
    this.#counts = new Windowed(windowMs, MOST_KEYS);
  }

  add(key: string): Count {
    const running = this.#counts.get(key);
    if (running) return { current: ++running.value.n, ttl: running.left };
    this.#counts.begin(key, { n: 1 });
    return { current: 1, ttl: this.#windowMs };
  }

  read(key: string): Count {
    const running = this.#counts.get(key);
    return running ? { current: running.value.n, ttl: running.left } : { current: 0, ttl: this.#windowMs };
  }
}
