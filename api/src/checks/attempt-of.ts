import type { Static } from 'typebox';
import type { CheckHeaders, CheckRequest } from '@assay/contract';

/** The attempt as a proxy names it, for a check that names none itself. */
export function attemptOf({
  'assay-attempt': attempt,
}: Static<typeof CheckHeaders>): Pick<CheckRequest, 'attempt'> {
  return attempt === undefined ? {} : { attempt };
}
