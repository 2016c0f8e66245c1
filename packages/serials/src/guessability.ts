import { PatternSpaces } from './pattern-space.ts';
import { StemSample } from './stem-sample.ts';

/** How easily an outsider finds a serial of a set that is not on the pack before him. */
export interface Guessability {
  /** Serials seen. */
  codes: number;
  /** Serials that the pattern of the densest length could spell. */
  patternSpace: number;
  /** Codes over pattern space, at the densest length that holds at least 0.1 % of the codes. */
  density: number;
  /** Share of the codes, 0 to 1, whose successor is in the set. */
  successors: number;
  /** The same without the last character, for counters in steps or with a check digit. */
  successorsBeforeLast: number;
  guessable: boolean;
}

const MOST_DENSITY = 1e-4;
const MOST_SUCCESSORS = 1e-3;
/** Without its last character, of up to 62 kinds, a set at the highest density shows 0.62 % by chance. */
const MOST_SUCCESSORS_BEFORE_LAST = 1e-2;

/**
 * Measures, serial by serial and in bounded memory, how guessable imported serials are: they may fill at most
 * 1e-4 of their pattern, and at most 0.1 % may have their successor in the set. What it keeps and how exact
 * that is stands in the README.
 */
export class GuessabilityMeter {
  readonly #spaces = new PatternSpaces();
  readonly #whole = new StemSample();
  readonly #beforeLast = new StemSample();

  add(serial: string): void {
    this.#spaces.add(serial);
    this.#whole.add(serial);
    this.#beforeLast.add(serial.slice(0, -1));
  }

  result(): Guessability {
    const { codes, patternSpace, density } = this.#spaces.densest();
    const successors = this.#whole.successors();
    const successorsBeforeLast = this.#beforeLast.successors();
    const guessable =
      density > MOST_DENSITY ||
      successors > MOST_SUCCESSORS ||
      successorsBeforeLast > MOST_SUCCESSORS_BEFORE_LAST;
    return { codes, patternSpace, density, successors, successorsBeforeLast, guessable };
  }
}
