import type { Change } from './lease.ts';

/** Whoever keeps values elsewhere must let them end well before changes are pruned (freshness specification, 5). */
export const CHANGES_KEPT_MS = 600_000;

const MOST_KEYS = 200_000;

/**
 * The version at which each key last changed, for the ten minutes that the list of changes goes back: what was read at
 * an earlier version is not to be used.
 */
export class LastChanges {
  readonly #versions = new Map<string, { v: number; at: number }>();
  #floor = 0;

  /** @param now milliseconds of a monotonic clock */
  note(changes: readonly Change[], now: number): void {
    for (const { key, v } of changes) {
      this.#versions.delete(key);
      this.#versions.set(key, { v, at: now });
    }
    for (const [key, { at }] of this.#versions) {
      if (now - at < CHANGES_KEPT_MS && this.#versions.size <= MOST_KEYS) break;
      this.#drop(key, now);
    }
  }

  /** Nothing that was read before this version is to be used: not all changes before it are known. */
  distrustBefore(v: number): void {
    this.#versions.clear();
    this.#floor = v;
  }

  /** Whether what was read of all these keys at version `v` still holds. */
  holds(v: number, keys: readonly string[]): boolean {
    return v >= this.#floor && keys.every((key) => v >= (this.#versions.get(key)?.v ?? 0));
  }

  #drop(key: string, now: number): void {
    const { v, at } = this.#versions.get(key)!;
    this.#versions.delete(key);
    if (now - at < CHANGES_KEPT_MS) this.#floor = Math.max(this.#floor, v);
  }
}
