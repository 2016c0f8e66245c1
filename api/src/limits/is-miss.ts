import type { Answer, Reason } from '@assay/contract';

/** Asked often enough, these tell a stranger what exists, and each one may cost a reading of the registry. */
const NOTHING_ON_FILE: ReadonlySet<Reason> = new Set([
  'not-a-product-code',
  'registration-number',
  'not-registered',
  'serial-not-issued',
]);

/** Whether a check found nothing on file of what it asked for. What an authority or a maker reported is on file. */
export function isMiss({ verdict, reasons }: Pick<Answer, 'verdict' | 'reasons'>): boolean {
  return verdict === 'unknown' && reasons.some((reason) => NOTHING_ON_FILE.has(reason));
}
