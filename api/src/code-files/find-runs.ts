import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { IssuedRange } from '../codes/index.ts';
import type { Tx } from '../db/database.ts';
import { batch, codeRange, epoch } from '../db/schema/index.ts';
import type { RangeState } from '@assay/contract';
import { Refused } from '../refused.ts';

/** A run of issued indexes, first and last included, and the lot that they were issued for; none while reserved. */
export interface Run {
  first: number;
  last: number;
  lot?: { lot: string; expiry?: string };
}

const NEVER_AGAIN: ReadonlySet<RangeState> = new Set(['withdrawn', 'destroyed']);

/**
 * The runs of an issued range with their lots, in order.
 *
 * @throws Refused `not-found` for indexes that were never issued; `conflict` for codes that nobody may print: withdrawn
 *   or destroyed, or of a revoked epoch
 */
export async function findRuns(tx: Tx, range: IssuedRange): Promise<Run[]> {
  await requireGoodEpoch(tx, range);
  const rows = await tx
    .select({
      first: codeRange.first,
      last: codeRange.last,
      state: codeRange.state,
      lot: batch.lot,
      expiry: batch.expiry,
    })
    .from(codeRange)
    .leftJoin(batch, eq(batch.id, codeRange.batchId))
    .where(
      and(
        eq(codeRange.productId, range.productId),
        eq(codeRange.epoch, range.epoch),
        lte(codeRange.first, range.last),
        gte(codeRange.last, range.first),
      ),
    )
    .orderBy(asc(codeRange.first));
  const runs: Run[] = [];
  let next = range.first;
  for (const row of rows) {
    if (NEVER_AGAIN.has(row.state)) throw spent(row.first, row.last, row.state);
    const lot = row.lot === null ? undefined : { lot: row.lot, ...(row.expiry && { expiry: row.expiry }) };
    const first = Math.max(row.first, range.first);
    const last = Math.min(row.last, range.last);
    if (first === next) next = last + 1;
    runs.push({ first, last, ...(lot && { lot }) });
  }
  if (next !== range.last + 1)
    throw new Refused('not-found', `code ${next} was never issued`, 'Give a range that issuing returned.');
  return runs;
}

async function requireGoodEpoch(tx: Tx, range: IssuedRange): Promise<void> {
  const [found] = await tx
    .select({ state: epoch.state })
    .from(epoch)
    .where(and(eq(epoch.productId, range.productId), eq(epoch.number, range.epoch)));
  if (found?.state === 'revoked')
    throw new Refused('conflict', `epoch ${range.epoch} is revoked`, 'Issue new codes in its place.');
}

function spent(first: number, last: number, state: RangeState): Refused {
  return new Refused(
    'conflict',
    `codes ${first} to ${last} are ${state}`,
    'Leave them out: they are never printed again.',
  );
}
