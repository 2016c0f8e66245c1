import type { CheckAgain } from '@assay/contract';
import { checkAgain } from './check.ts';
import { openCheck } from './check-token.ts';
import type { CheckDeps } from './deps.ts';
import { readRequest } from './read-request.ts';

const SHOWN = 4;

/**
 * What was answered then and what would be answered now. The serial is cut to four characters, or genuine codes would
 * be harvested from shared links.
 *
 * @throws ProblemError `not-found` for an id that is none of ours, `unavailable`
 */
export async function seeAgain(deps: CheckDeps, checkId: string): Promise<CheckAgain> {
  const { question, verdict, reasons, day } = openCheck(deps.keys.tokens.key, checkId);
  const now = await checkAgain(deps, readRequest(question, deps.country));
  if (now.identity.serial !== undefined) now.identity.serial = `${now.identity.serial.slice(0, SHOWN)}…`;
  const changed = now.verdict !== verdict || now.reasons[0] !== reasons[0];
  return { then: { verdict, reasons, day }, now, changed };
}
