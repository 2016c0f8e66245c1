interface Entry<Value> {
  value: Value;
  ends: number;
}

/**
 * Remembers a value for each key for one window, which begins when the key is first set. Kept in two generations, so
 * that whatever has ended is dropped as a whole: the older one goes once the younger one is a window old or, where there
 * are too many keys, full.
 */
export class Windowed<Value> {
  readonly #windowMs: number;
  readonly #most: number;
  readonly #now: () => number;
  #young = new Map<string, Entry<Value>>();
  #old = new Map<string, Entry<Value>>();
  #since: number;

  /** @param now milliseconds of a clock that never goes back */
  constructor(windowMs: number, most: number, now: () => number = () => performance.now()) {
    this.#windowMs = windowMs;
    this.#most = most;
    this.#now = now;
    this.#since = now();
  }

  /** How many keys are in memory. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /** The value with the milliseconds that are left of its window. */
  get(key: string): { value: Value; left: number } | undefined {
    const entry = this.#young.get(key) ?? this.#old.get(key);
    if (!entry) return undefined;
    const left = entry.ends - this.#now();
    return left > 0 ? { value: entry.value, left } : undefined;
  }

  /** Begins a window for a key that has none. */
  begin(key: string, value: Value): void {
    const now = this.#now();
    if (now - this.#since >= this.#windowMs || this.#young.size >= this.#most / 2) this.#age(now);
    this.#young.set(key, { value, ends: now + this.#windowMs });
  }

  #age(now: number): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#since = now;
  }
}
