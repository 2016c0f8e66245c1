/**
 * Remembers a value for each key for one window, which begins when the key is first set. What has ended is forgotten as
 * new keys come, and so are the oldest where there are too many: whoever floods this with keys forgets only what would
 * have ended next.
 */
export class Windowed<Value> {
  readonly #windowMs: number;
  readonly #most: number;
  readonly #now: () => number;
  /** In the order of their ends, as all windows are equally long. */
  readonly #entries = new Map<string, { value: Value; ends: number }>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(windowMs: number, most: number, now: () => number = () => performance.now()) {
    this.#windowMs = windowMs;
    this.#most = most;
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The value with the milliseconds that are left of its window. */
  get(key: string): { value: Value; left: number } | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    const left = entry.ends - this.#now();
    return left > 0 ? { value: entry.value, left } : undefined;
  }

  /** Begins a window for a key that has none. */
  begin(key: string, value: Value): void {
    const now = this.#now();
    this.#entries.delete(key);
    for (const [old, { ends }] of this.#entries) {
      if (ends > now && this.#entries.size < this.#most) break;
      this.#entries.delete(old);
    }
    this.#entries.set(key, { value, ends: now + this.#windowMs });
  }
}
