/** A change of facts: their key and the version at which it was made last. */
export interface Change {
  key: string;
  v: number;
}

/** What one look at the registry clock tells, all of one snapshot. */
export interface ClockReading {
  v: number;
  /** What changed after the version asked about. */
  changed: Change[];
  /** Versions that are still on the change list: fewer than passed means that the list was pruned meanwhile. */
  versions: number;
  recovering: boolean;
  timeline: number;
  /** Names this database among all that ever were: server, database, timeline. */
  world: string;
}

/**
 * How a reading follows the one before: `next` tells all that changed since; `first` what changed in the last ten
 * minutes; after a `gap` nobody knows.
 */
export type Sequel = 'first' | 'next' | 'gap';

export interface LeaseOptions {
  readClock: (seen: number) => Promise<ClockReading>;
  /** Told before the lease is renewed: only of the `next` can anything that is remembered be trusted. */
  onReading: (reading: ClockReading, sequel: Sequel) => void;
  pollMs: number;
  lengthMs: number;
  /** Called when the clock could not be read, or not be trusted. */
  onDoubt?: (why: string) => void;
}

/** A jump between wall clock and monotonic clock that means: this machine was paused. */
const PAUSED_MS = 250;

/**
 * How long this process may vouch for the facts that it remembers (freshness specification, 2 and 6). A reading that
 * began at t0 holds every commit before t0, so facts that survive it are good until t0 + the lease's length.
 */
export class Lease {
  readonly #options: LeaseOptions;
  #seen = -1;
  #timeline = 0;
  #world = '';
  #asOf = 0;
  #asOfWall = 0;
  #until = 0;
  #reading: Promise<void> | undefined;
  #failedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LeaseOptions) {
    this.#options = options;
  }

  /** Begins to poll; resolves after the first reading, whether it granted a lease or not. */
  async start(): Promise<void> {
    await this.refresh();
    this.#timer = setInterval(() => void this.refresh(), this.#options.pollMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#until = 0;
  }

  /** Whether an answer from remembered facts may be given at this moment. */
  valid(): boolean {
    const now = performance.now();
    if (now >= this.#until) return false;
    return Math.abs(Date.now() - this.#asOfWall - (now - this.#asOf)) <= PAUSED_MS;
  }

  /** Milliseconds since the last reading that granted the lease began. */
  age(): number {
    return Math.max(0, Math.round(performance.now() - this.#asOf));
  }

  /** The newest version whose changes are forgotten here. */
  get seen(): number {
    return this.#seen;
  }

  /** Whether a reading failed so lately that another would only wait for the same. */
  justFailed(): boolean {
    return performance.now() - this.#failedAt < this.#options.pollMs / 2;
  }

  /** Reads the clock now, together with whoever else is waiting for it. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const asOf = performance.now();
    const asOfWall = Date.now();
    let reading: ClockReading;
    try {
      reading = await this.#options.readClock(this.#seen);
    } catch (error) {
      this.#failedAt = performance.now();
      this.#options.onDoubt?.(`the clock could not be read: ${(error as Error).message}`);
      return;
    }
    if (reading.recovering || reading.timeline < this.#timeline) {
      this.#until = 0;
      this.#options.onDoubt?.('this database is not, or no longer, the primary');
      return;
    }
    this.#options.onReading(reading, this.#sequelOf(reading));
    this.#seen = reading.v;
    this.#timeline = reading.timeline;
    this.#world = reading.world;
    this.#asOf = asOf;
    this.#asOfWall = asOfWall;
    this.#until = asOf + this.#options.lengthMs;
  }

  #sequelOf({ v, versions, world }: ClockReading): Sequel {
    if (this.#seen < 0) return 'first';
    const isAnother = world !== this.#world;
    return isAnother || v < this.#seen || versions < v - this.#seen ? 'gap' : 'next';
  }
}
