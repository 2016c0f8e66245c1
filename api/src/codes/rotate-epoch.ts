import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { bumpClock } from '../freshness/index.ts';
import { findProduct, productKeys } from '../registry/index.ts';
import { addEpoch, lockNewestEpoch } from './open-epoch.ts';

/**
 * Opens a new epoch for a product: after a suspected leak, or when the last one is 24 months old. Codes of the old
 * one stay good.
 *
 * @returns the number of the new epoch
 * @throws Refused `not-found`; `conflict` when eight epochs are in use
 */
export async function rotateEpoch(
  ctx: Ctx,
  actor: Actor,
  input: { productId: string; why: string },
): Promise<{ epoch: number }> {
  return ctx.db.transaction(async (tx) => {
    const owner = await findProduct(tx, input.productId);
    requireMay(ctx, actor, 'epoch.rotate', owner.organisationId);
    const newest = await lockNewestEpoch(tx, owner.id);
    const entry = await recordEntry(tx, ctx, actor, 'epoch-opened', { ...input }, owner.organisationId);
    const made = await addEpoch(tx, ctx, owner, newest?.number ?? 0, entry);
    await bumpClock(tx, productKeys(owner));
    return { epoch: made.number };
  });
}
