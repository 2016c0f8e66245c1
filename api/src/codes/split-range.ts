import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { codeRange } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { requireForward } from './require-forward.ts';

type RangeRow = typeof codeRange.$inferSelect;

/**
 * Changes part of the issued ranges: every row that `[first, last]` cuts is split, and the piece inside gets what
 * `changed` says of it. Nothing is deleted. Rows for which `changed` says nothing stay as they are.
 *
 * @param changed the new state and batch of a row, or undefined to leave it; may throw `Refused`
 * @throws Refused `not-found` when an index of the run was never issued, `invalid` when the run goes backwards
 */
export async function splitRange(
  tx: Tx,
  run: { productId: string; epoch: number; first: number; last: number },
  entry: string,
  changed: (row: RangeRow) => Partial<Pick<RangeRow, 'state' | 'batchId'>> | undefined,
): Promise<void> {
  requireForward(run);
  await lockRanges(tx, run.productId);
  const rows = await tx
    .select()
    .from(codeRange)
    .where(
      and(
        eq(codeRange.productId, run.productId),
        eq(codeRange.epoch, run.epoch),
        lte(codeRange.first, run.last),
        gte(codeRange.last, run.first),
      ),
    )
    .orderBy(asc(codeRange.first))
    .for('update');
  refuseGaps(rows, run);
  for (const row of rows) {
    const change = changed(row);
    if (change)
      await replaceMiddle(
        tx,
        row,
        Math.max(row.first, run.first),
        Math.min(row.last, run.last),
        entry,
        change,
      );
  }
}

/** One split of a product at a time: who waited for a row that was split meanwhile would not find its other pieces. */
async function lockRanges(tx: Tx, productId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`assay/ranges ${productId}`}, 0))`);
}

async function replaceMiddle(
  tx: Tx,
  row: RangeRow,
  first: number,
  last: number,
  entry: string,
  change: Partial<RangeRow>,
): Promise<void> {
  const here = and(
    eq(codeRange.productId, row.productId),
    eq(codeRange.epoch, row.epoch),
    eq(codeRange.first, row.first),
  );
  if (row.first < first) {
    await tx
      .update(codeRange)
      .set({ last: first - 1, lastEntry: entry })
      .where(here);
    await tx.insert(codeRange).values({ ...row, ...change, first, last, lastEntry: entry });
  } else {
    await tx
      .update(codeRange)
      .set({ ...change, last, lastEntry: entry })
      .where(here);
  }
  if (last < row.last) await tx.insert(codeRange).values({ ...row, first: last + 1, lastEntry: entry });
}

function refuseGaps(rows: readonly RangeRow[], run: { first: number; last: number }): void {
  let next = run.first;
  for (const row of rows) {
    if (row.first > next) break;
    next = row.last + 1;
  }
  if (next <= run.last) {
    throw new Refused('not-found', `index ${next} was never issued`, 'Give a range that issuing returned.');
  }
}
