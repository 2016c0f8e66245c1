/** Someone who waits for the outcome of one item of a group. */
interface Waiting<Item, Outcome> {
  item: Item;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
  since: number;
}

export interface GroupingOptions<Item, Outcome> {
  /** Does a whole group at once; outcomes in the order of the items. */
  run: (items: readonly Item[]) => Promise<Outcome[]>;
  /** Items with one name go in one lane, one group of a lane at a time. */
  nameOf: (item: Item) => string;
  lanes: number;
  mostInGroup: number;
  /** How many may wait in a lane; one more is refused at once. */
  mostWaiting: number;
  /** Who waited longer is refused instead of being done for nobody, in milliseconds. */
  longestWaitMs: number;
  refuse: () => Error;
}

/**
 * Lets what arrives while one group is in flight wait and go together in the next. A failed group is tried once more
 * as single items, so that one bad item fails alone.
 */
export class Grouping<Item, Outcome> {
  readonly #options: GroupingOptions<Item, Outcome>;
  readonly #queues: Waiting<Item, Outcome>[][];
  readonly #busy: boolean[];

  constructor(options: GroupingOptions<Item, Outcome>) {
    this.#options = options;
    this.#queues = Array.from({ length: options.lanes }, () => []);
    this.#busy = this.#queues.map(() => false);
  }

  /** How many wait at this moment. */
  get depth(): number {
    return this.#queues.reduce((sum, queue) => sum + queue.length, 0);
  }

  do(item: Item): Promise<Outcome> {
    const lane = hash(this.#options.nameOf(item)) % this.#queues.length;
    const queue = this.#queues[lane]!;
    if (queue.length >= this.#options.mostWaiting) return Promise.reject(this.#options.refuse());
    return new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject, since: performance.now() });
      if (!this.#busy[lane]) void this.#drain(lane);
    });
  }

  async #drain(lane: number): Promise<void> {
    this.#busy[lane] = true;
    await Promise.resolve();
    const queue = this.#queues[lane]!;
    while (queue.length) {
      this.#refuseLate(queue);
      const group = queue.splice(0, this.#options.mostInGroup);
      if (group.length) await this.#runGroup(group);
    }
    this.#busy[lane] = false;
  }

  #refuseLate(queue: Waiting<Item, Outcome>[]): void {
    const latest = performance.now() - this.#options.longestWaitMs;
    const late = queue.findIndex(({ since }) => since >= latest);
    for (const { reject } of queue.splice(0, late < 0 ? queue.length : late)) reject(this.#options.refuse());
  }

  async #runGroup(group: Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.#options.run(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(outcomes[index]!));
    } catch {
      await Promise.all(group.map((waiting) => this.#runAlone(waiting)));
    }
  }

  async #runAlone({ item, resolve, reject }: Waiting<Item, Outcome>): Promise<void> {
    try {
      const [outcome] = await this.#options.run([item]);
      resolve(outcome!);
    } catch (error) {
      reject(error);
    }
  }
}

/** FNV-1a, 32 bits: spreads names over lanes. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
