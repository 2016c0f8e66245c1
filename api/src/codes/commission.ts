import { eq } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { batch } from '../db/schema/index.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { findBatch, productKeys } from '../registry/index.ts';
import { addDays, dayOf } from '../today.ts';
import { runsNamed, type WhichCodes } from './runs-named.ts';
import { splitRange } from './split-range.ts';

const DAYS_LATE = 30;

export interface Commissioning extends WhichCodes {
  batchId: number;
  /** The day from which the codes count as on the market; today when absent, at most 30 days back. */
  activeFrom?: string;
}

/**
 * Puts reserved codes into a lot (GS1's commissioning). Sent twice it changes nothing the second time.
 *
 * @throws Refused `not-found` for codes never issued; `conflict` for codes of another lot or no longer reserved;
 *   `invalid` for a date more than 30 days back
 */
export async function commission(ctx: Ctx, actor: Actor, input: Commissioning): Promise<void> {
  const today = dayOf(ctx.now(), ctx.timeZone);
  if (input.activeFrom !== undefined && input.activeFrom < addDays(today, -DAYS_LATE)) {
    throw new Refused(
      'invalid',
      `${input.activeFrom} is more than ${DAYS_LATE} days ago`,
      'Ask the operator to commission codes this late.',
    );
  }
  await ctx.db.transaction(async (tx) => {
    const found = await findBatch(tx, input.batchId);
    requireMay(ctx, actor, 'codes.commission', found.product.organisationId);
    const entry = await recordEntry(
      tx,
      ctx,
      actor,
      'codes-commissioned',
      { ...input },
      found.product.organisationId,
    );
    for (const run of await runsNamed(tx, ctx, found.product.id, input)) {
      await splitRange(tx, run, entry, (row) => {
        if (row.state === 'active' && row.batchId === input.batchId) return undefined;
        if (row.state !== 'reserved') {
          throw new Refused(
            'conflict',
            `codes ${run.first} to ${run.last} are ${row.state} already`,
            'Commission only codes that are reserved.',
          );
        }
        return { state: 'active', batchId: input.batchId };
      });
    }
    if (found.batch.activeFrom === null) {
      const activeFrom = input.activeFrom ?? today;
      await tx.update(batch).set({ activeFrom, lastEntry: entry }).where(eq(batch.id, input.batchId));
    }
    await bumpClock(tx, productKeys(found.product));
  });
}
