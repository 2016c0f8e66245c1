const MAXIMUM = 65_536;
const HAS_NEXT = /[0-8A-Ya-y]$/;

/**
 * A sample of serials in which successors are still found: serials that differ in their last character only
 * share a stem, and a stem is taken or left as a whole, by its hash. When the sample outgrows its maximum,
 * half of the stems go.
 */
export class StemSample {
  readonly #serials = new Set<string>();
  readonly #maximum: number;
  #below = 2 ** 32;

  constructor(maximum = MAXIMUM) {
    this.#maximum = maximum;
  }

  add(serial: string): void {
    if (stemHash(serial) >= this.#below) return;
    this.#serials.add(serial);
    while (this.#serials.size > this.#maximum) this.#halve();
  }

  /** Share, 0 to 1, of serials whose last character counted up by one is in the set too; 9, Z, z have none. */
  successors(): number {
    let observable = 0;
    let found = 0;
    for (const serial of this.#serials) {
      if (!HAS_NEXT.test(serial)) continue;
      observable++;
      if (this.#serials.has(successorOf(serial))) found++;
    }
    return observable === 0 ? 0 : found / observable;
  }

  #halve(): void {
    this.#below /= 2;
    for (const serial of this.#serials) if (stemHash(serial) >= this.#below) this.#serials.delete(serial);
  }
}

function successorOf(serial: string): string {
  const end = serial.length - 1;
  return serial.slice(0, end) + String.fromCharCode(serial.charCodeAt(end) + 1);
}

/** FNV-1a over all but the last character, stirred so that its high bits are even, 0 to 2^32 - 1. */
function stemHash(serial: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < serial.length - 1; at++) hash = Math.imul(hash ^ serial.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
