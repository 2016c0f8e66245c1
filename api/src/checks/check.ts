import type { Answer, CheckRequest } from '@assay/contract';
import { conclude } from './conclude.ts';
import type { CheckDeps } from './deps.ts';
import { marksOf } from './marks.ts';
import { placeOf } from './place.ts';
import { randomFromPool } from './random.ts';
import { type Asked, readRequest } from './read-request.ts';
import { readUnit } from './read-unit.ts';

/**
 * Answers one check: understand the code, get the facts, find the unit, observe it, decide, compose.
 *
 * @throws ProblemError `misread`, `malformed-code`, `invalid-request`; `unavailable` when it cannot be known how
 *   fresh the facts are, or when the check could not be written (R1)
 */
export async function check(deps: CheckDeps, request: CheckRequest): Promise<Answer> {
  const asked = readRequest(request, deps.country);
  const province = placeOf(request.place);
  const attempt = readAttempt(request.attempt);
  const tried = request.innerCode === undefined ? undefined : { typed: request.innerCode, attempt };
  const answer = await conclude(deps, asked, tried, ({ key }) =>
    deps.observer.observe({
      key,
      attempt,
      province,
      marks: marksOf({ ...request, printed: request.printed !== undefined }),
    }),
  );
  if (!answer.history) countProductCheck(deps, asked, province, answer);
  deps.tally.count(answer, province >= 0);
  return answer;
}

/** Decides again about what was asked before, without observing a check. */
export async function checkAgain(deps: CheckDeps, asked: Asked): Promise<Answer> {
  return conclude(deps, asked, undefined, ({ key }) => readUnit(deps.pool, key));
}

/** Checks that touch no unit are kept as sums only. */
function countProductCheck(
  { sums }: CheckDeps,
  { identity }: Asked,
  province: number,
  { product, reasons }: Answer,
): void {
  const gtin = product && identity.kind === 'trade-item' ? Number(identity.gtin) : 0;
  sums.count({ gtin, province, reason: reasons[0]! });
}

function readAttempt(hex: string | undefined): bigint {
  const bytes = hex === undefined ? randomFromPool(8) : Buffer.from(hex, 'hex');
  return bytes.readBigInt64BE();
}
