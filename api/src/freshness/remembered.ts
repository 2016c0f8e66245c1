import { LRUCache } from 'lru-cache';

interface Loading<Fact> {
  promise: Promise<Fact>;
  /** The fact changed while it was being read: whoever waits gets it, nobody keeps it. */
  stale: boolean;
}

export interface RememberedOptions<Fact> {
  load: (key: string) => Promise<Fact>;
  max: number;
  ttlMs: number;
}

/** The one in-process cache of facts: one read at a time for a key, however many ask. */
export class Remembered<Fact extends object> {
  readonly #facts: LRUCache<string, Fact>;
  readonly #loading = new Map<string, Loading<Fact>>();
  readonly #load: (key: string) => Promise<Fact>;
  hits = 0;
  misses = 0;

  constructor(options: RememberedOptions<Fact>) {
    this.#facts = new LRUCache({ max: options.max, ttl: options.ttlMs });
    this.#load = options.load;
  }

  /** The fact, remembered or read. Throws what reading throws; a failure is never kept. */
  get(key: string): Fact | Promise<Fact> {
    const known = this.#facts.get(key);
    if (known) {
      this.hits += 1;
      return known;
    }
    this.misses += 1;
    const underWay = this.#loading.get(key);
    if (underWay && !underWay.stale) return underWay.promise;
    return this.#read(key);
  }

  /** Forgets what the keys name, and what `alsoIf` says of a fact. */
  forget(keys: readonly string[] | 'all', alsoIf?: (fact: Fact) => boolean): void {
    if (keys === 'all') {
      this.#facts.clear();
      for (const loading of this.#loading.values()) loading.stale = true;
      return;
    }
    for (const key of keys) {
      this.#facts.delete(key);
      const loading = this.#loading.get(key);
      if (loading) loading.stale = true;
    }
    if (!alsoIf) return;
    for (const [key, fact] of this.#facts.entries()) if (alsoIf(fact)) this.#facts.delete(key);
    for (const loading of this.#loading.values()) loading.stale = true;
  }

  #read(key: string): Promise<Fact> {
    const loading: Loading<Fact> = { promise: this.#load(key), stale: false };
    this.#loading.set(key, loading);
    const done = () => {
      if (this.#loading.get(key) === loading) this.#loading.delete(key);
    };
    loading.promise.then(
      (fact) => {
        if (!loading.stale) this.#facts.set(key, fact);
        done();
      },
      () => done(),
    );
    return loading.promise;
  }
}
