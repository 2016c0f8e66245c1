import { eq } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { batch } from '../db/schema/index.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { dayOf } from '../today.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';
import { findBatch } from './find-batch.ts';
import { nameOfBatch } from './name-of-batch.ts';
import { productKeys } from './product-keys.ts';

/**
 * Recalls a lot, with a public reason. The verdict of its codes stays; the recall takes headline and colour.
 *
 * @throws Refused `not-found`; `conflict` when it is recalled already
 */
export async function recallBatch(
  ctx: Ctx,
  actor: Actor,
  input: { batchId: number; reason: Localised; until?: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await findBatch(tx, input.batchId);
    requireMay(ctx, actor, 'batch.recall', found.product.organisationId);
    if (found.batch.recalledOn) {
      throw new Refused('conflict', `lot ${found.batch.lot} is recalled already`, 'Lift that recall first.');
    }
    const entry = await recordEntry(
      tx,
      ctx,
      actor,
      'batch-recalled',
      { ...input },
      found.product.organisationId,
    );
    await tx
      .update(batch)
      .set({
        recalledOn: dayOf(ctx.now(), ctx.timeZone),
        recallReason: input.reason,
        recallUntil: input.until ?? null,
        lastEntry: entry,
      })
      .where(eq(batch.id, input.batchId));
    await enqueueEvent(tx, ctx, found.product.organisationId, 'batch.recalled', {
      ...nameOfBatch(found),
      until: input.until ?? null,
    });
    await bumpClock(tx, productKeys(found.product));
  });
}
