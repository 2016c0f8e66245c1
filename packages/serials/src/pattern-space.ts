/** From this many codes on, a kind of up to 62 that a position really uses is missed once in 190,000. */
const KINDS_ARE_KNOWN = 1_000;
/** From this many codes on, a position that never changed is fixed: two kinds would have hidden at 2^-29. */
const CONSTANT_IS_KNOWN = 30;
/** Characters beyond this are left out, which makes the space smaller, hence the measure stricter. */
const LONGEST = 64;
/** A length that holds less than this share of the codes does not speak for them. */
const LEAST_SHARE = 1e-3;

const CLASSES = [/[0-9]/, /[A-Z]/, /[a-z]/];
const CLASS_SIZES = [10, 26, 26];

interface LengthPattern {
  codes: number;
  kinds: Set<string>[];
}

/** How full a set of serials makes the space that its pattern spells. */
export interface PatternDensity {
  codes: number;
  patternSpace: number;
  density: number;
}

/** The kinds of characters that serials use at each position, apart for each length. */
export class PatternSpaces {
  readonly #patterns = new Map<number, LengthPattern>();
  #codes = 0;

  add(serial: string): void {
    const length = Math.min(serial.length, LONGEST);
    let pattern = this.#patterns.get(length);
    if (!pattern) {
      pattern = { codes: 0, kinds: Array.from({ length }, () => new Set<string>()) };
      this.#patterns.set(length, pattern);
    }
    this.#codes++;
    pattern.codes++;
    for (const [position, kinds] of pattern.kinds.entries()) kinds.add(serial.charAt(position));
  }

  /** All codes seen, with space and density of the densest length; a space of 1 when there is none. */
  densest(): PatternDensity {
    let densest: PatternDensity = { codes: this.#codes, patternSpace: 1, density: 0 };
    for (const pattern of this.#patterns.values()) {
      if (pattern.codes < LEAST_SHARE * this.#codes) continue;
      const patternSpace = spaceOf(pattern);
      const density = pattern.codes / patternSpace;
      if (density > densest.density) densest = { codes: this.#codes, patternSpace, density };
    }
    return densest;
  }
}

function spaceOf({ codes, kinds }: LengthPattern): number {
  return kinds.reduce((space, used) => space * kindsAt(used, codes), 1);
}

/** Kinds that a position may take: those seen once enough was seen, until then whole classes. */
function kindsAt(used: ReadonlySet<string>, codes: number): number {
  if (codes >= KINDS_ARE_KNOWN) return used.size;
  if (codes >= CONSTANT_IS_KNOWN && used.size === 1) return 1;
  const characters = [...used];
  const others = characters.filter((character) => !CLASSES.some((kind) => kind.test(character))).length;
  return CLASSES.reduce(
    (sum, kind, n) => sum + (characters.some((character) => kind.test(character)) ? CLASS_SIZES[n]! : 0),
    others,
  );
}
