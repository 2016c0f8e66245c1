import type { Action } from '../action.ts';

/** The words of one state, top to bottom. */
export interface Copy {
  headline: string;
  /** The sentences under the headline. */
  lead: readonly string[];
  /** What to do now, where it is one sentence or two and not a list. */
  advice?: readonly string[];
  /** At most three. */
  steps?: readonly string[];
  /** Whether lots are under a warning, for answers that name the product. */
  lots?: { warned: boolean; text: string };
  /** The question whether the print agrees with the maker's file. */
  question?: string;
  /** One main button, then the others. Never empty. */
  actions: readonly Action[];
  /** What the answer does not prove, where the state has words of its own for it. */
  limits?: string;
}
