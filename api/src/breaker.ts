/** How long nothing is asked after a failure. */
const REST_MS = 1_000;

/**
 * Keeps a dependency that is only a help from costing time while it is away: after a failure it is left alone for a
 * second, and then asked by one caller before the others follow.
 */
export class Breaker {
  #restUntil = 0;
  #probing = false;
  #failed = false;

  /** Whether the last call failed. */
  get open(): boolean {
    return this.#failed;
  }

  /** What `work` gives; undefined when it fails, or is left alone. Failures are told to `onFailure`, one a rest. */
  async run<T>(work: () => Promise<T>, onFailure: (error: Error) => void): Promise<T | undefined> {
    if (this.#failed && (this.#probing || performance.now() < this.#restUntil)) return undefined;
    this.#probing = this.#failed;
    try {
      const outcome = await work();
      this.#failed = false;
      return outcome;
    } catch (error) {
      if (!this.#failed || this.#probing) onFailure(error as Error);
      this.#failed = true;
      this.#restUntil = performance.now() + REST_MS;
      return undefined;
    } finally {
      this.#probing = false;
    }
  }
}
