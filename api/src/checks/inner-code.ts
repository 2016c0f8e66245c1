import { checkInnerCode, sameInnerCode } from '@assay/serials';
import { ProblemError } from '../http/problem-error.ts';
import type { CheckDeps } from './deps.ts';
import type { Evidence } from './evidence.ts';
import type { Facts } from './facts.ts';
import type { UnitFinding, UnitKey } from './find-unit.ts';
import { judgeInnerCode, type InnerCodeUse } from './judge-inner-code.ts';

export interface InnerCodeTry {
  typed: string;
  attempt: bigint;
}

/**
 * What the scratch code says (unit code v1, point 8): tried only with its right outer code, in the lock of its own row.
 * A bad check digit is a misread and not a try.
 *
 * @throws ProblemError `misread`, `rate-limited`
 */
export async function seeInnerCode(
  deps: CheckDeps,
  facts: Facts,
  unit: UnitFinding | undefined,
  tried: InnerCodeTry | undefined,
): Promise<Evidence['inner']> {
  if (unit?.kind !== 'issued' || !unit.range.innerCodes) return 'none';
  if (tried === undefined) return (await isOpened(deps, unit.key)) ? 'opened-before' : 'available';
  const read = checkInnerCode(tried.typed);
  if (!read.ok) throw new ProblemError('misread', { why: `inner-code-${read.why}` });
  const epoch = facts.epochs.find((row) => row.epoch === unit.key.epoch)!;
  const right = sameInnerCode(read.code, deps.serials.open(epoch).innerCode(Number(unit.key.index)));
  return enter(deps, unit.key, right, tried.attempt);
}

async function isOpened({ pool }: CheckDeps, key: UnitKey): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'inner-code-opened',
    text: `select from app.inner_code_use where gtin = $1 and epoch = $2 and idx = $3 and opened_at is not null`,
    values: [key.gtin, key.epoch, key.index],
  });
  return rowCount === 1;
}

async function enter(
  deps: CheckDeps,
  key: UnitKey,
  right: boolean,
  attempt: bigint,
): Promise<Evidence['inner']> {
  const client = await deps.pool.connect();
  const where = [key.gtin, key.epoch, key.index];
  try {
    await client.query(`begin; set local lock_timeout = ${deps.settings.lockTimeoutMs}`);
    await client.query(
      'insert into app.inner_code_use (gtin, epoch, idx) values ($1, $2, $3) on conflict do nothing',
      where,
    );
    const { rows } = await client.query<InnerCodeUse>(
      `select opened_at as "openedAt", opened_by::text as "openedBy", wrong from app.inner_code_use
       where gtin = $1 and epoch = $2 and idx = $3 for update`,
      where,
    );
    const judged = judgeInnerCode(rows[0]!, right, attempt, deps.now());
    if (judged.next) {
      await client.query(
        `update app.inner_code_use set opened_at = $4, opened_by = $5, wrong = $6
         where gtin = $1 and epoch = $2 and idx = $3`,
        [...where, judged.next.openedAt, judged.next.openedBy, judged.next.wrong],
      );
    }
    await client.query('commit');
    client.release();
    if (judged.outcome !== 'wait') return judged.outcome;
  } catch (error) {
    client.release(true);
    throw error;
  }
  throw new ProblemError('rate-limited', {
    detail: 'too many wrong inner codes for this pack',
    retryAfter: 3600,
  });
}
