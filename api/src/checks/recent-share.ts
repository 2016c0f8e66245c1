const SLOT_MS = 60_000;
/** The minute that is running and the four before it. */
const SLOTS = 5;

/** Of how many things of the last minutes something holds, in one small array. */
export class RecentShare {
  readonly #now: () => number;
  readonly #slots = Array.from({ length: SLOTS }, () => ({ minute: -1, all: 0, holding: 0 }));

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  count(holds: boolean): void {
    const minute = this.#minute();
    const slot = this.#slots[minute % SLOTS]!;
    if (slot.minute !== minute) Object.assign(slot, { minute, all: 0, holding: 0 });
    slot.all += 1;
    if (holds) slot.holding += 1;
  }

  /** From 0 to 1; undefined where nothing was counted. */
  share(): number | undefined {
    const oldest = this.#minute() - SLOTS;
    let all = 0;
    let holding = 0;
    for (const slot of this.#slots) {
      if (slot.minute <= oldest) continue;
      all += slot.all;
      holding += slot.holding;
    }
    return all === 0 ? undefined : holding / all;
  }

  #minute(): number {
    return Math.floor(this.#now() / SLOT_MS);
  }
}
