import { eq } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { batch } from '../db/schema/index.ts';
import { requireTwoSigners } from '../auth/require-signers.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';
import { findBatch } from './find-batch.ts';
import { nameOfBatch } from './name-of-batch.ts';
import { productKeys } from './product-keys.ts';

/**
 * Lifts the recall of a lot. It lowers an alarm, so two people sign (R5).
 *
 * @throws Refused `not-found`; `conflict` when it is not recalled; `forbidden` with fewer than two signers
 */
export async function liftRecall(
  ctx: Ctx,
  actor: Actor,
  input: { batchId: number; reason: Localised; signedBy: readonly string[] },
): Promise<void> {
  requireTwoSigners(input.signedBy, 'lifting a recall');
  await ctx.db.transaction(async (tx) => {
    const found = await findBatch(tx, input.batchId);
    requireMay(ctx, actor, 'batch.lift-recall', found.product.organisationId);
    if (!found.batch.recalledOn) {
      throw new Refused('conflict', `lot ${found.batch.lot} is not recalled`, 'Check the batch number.');
    }
    const entry = await recordEntry(
      tx,
      ctx,
      actor,
      'recall-lifted',
      { ...input },
      found.product.organisationId,
    );
    await tx
      .update(batch)
      .set({ recalledOn: null, recallReason: null, recallUntil: null, lastEntry: entry })
      .where(eq(batch.id, input.batchId));
    await enqueueEvent(tx, ctx, found.product.organisationId, 'batch.recall-lifted', nameOfBatch(found));
    await bumpClock(tx, productKeys(found.product));
  });
}
