import type { Answer } from '@assay/contract';
import type { Reason } from '@assay/contract/lists';

/** What the headline of an answer is about: one of these at a time. */
export type State = Reason | 'authority-warning' | 'recalled' | 'expired' | 'read-again';

/** Which reading of the same code this is: a grave answer needs two equal ones (R10). */
export type ReadingCount = 'first' | 'second';

const REPORTED: readonly Reason[] = ['authority-decision', 'maker-report'];

const AMBER: readonly Reason[] = [
  'brand-suspended',
  'serial-not-issued',
  'lot-mismatch',
  'expiry-mismatch',
  'copy-suspected',
];

const NEEDS_TWO_READINGS = new Set<Reason>(['serial-not-issued', 'lot-mismatch', 'expiry-mismatch']);

/** Whether a reason is shown only after a second equal reading (R10). */
export const needsTwoReadings = (reason: Reason): boolean => NEEDS_TWO_READINGS.has(reason);

/** One headline (R8): reported > authority-warning > recalled > amber reasons > expired > the rest. */
export function stateOf({ reasons, flags }: Answer, count: ReadingCount): State {
  const reported = REPORTED.find((reason) => reasons.includes(reason));
  if (reported) return reported;
  if (flags.includes('authority-warning')) return 'authority-warning';
  if (flags.includes('recalled')) return 'recalled';
  const amber = AMBER.find((reason) => reasons.includes(reason));
  if (amber) return count === 'first' && needsTwoReadings(amber) ? 'read-again' : amber;
  if (flags.includes('expired')) return 'expired';
  return mainReason(reasons);
}

/** The reason that gave the verdict. The contract never leaves the list empty. */
export const mainReason = (reasons: readonly Reason[]): Reason => reasons[0] ?? 'not-registered';
