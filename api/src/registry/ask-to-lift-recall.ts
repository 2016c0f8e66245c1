import type { Localised } from '@assay/contract';
import { askApproval, type Asked } from '../approvals/index.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { Refused } from '../refused.ts';
import { findBatch } from './find-batch.ts';

/**
 * An owner asks for the recall of a lot to be lifted. It lowers an alarm, so a second one approves it (R5).
 *
 * @throws Refused `not-found`, `forbidden`, `second-factor`; `conflict` when it is not recalled
 */
export async function askToLiftRecall(
  ctx: Ctx,
  actor: Actor,
  input: { batchId: number; reason: Localised },
): Promise<Asked> {
  return ctx.db.transaction(async (tx) => {
    const { batch, product } = await findBatch(tx, input.batchId);
    requireMay(ctx, actor, 'batch.lift-recall', product.organisationId);
    if (!batch.recalledOn)
      throw new Refused('conflict', `lot ${batch.lot} is not recalled`, 'Check the batch number.');
    return askApproval(tx, ctx, actor, 'batch.lift-recall', input);
  });
}
