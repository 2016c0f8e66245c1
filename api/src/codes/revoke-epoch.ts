import { and, eq } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { epoch } from '../db/schema/index.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { findProduct, productKeys } from '../registry/index.ts';

/**
 * Revokes an epoch whose secret may have leaked: its codes answer `unknown` / `codes-revoked`.
 *
 * @throws Refused `not-found`; `conflict` when it is revoked already
 */
export async function revokeEpoch(
  ctx: Ctx,
  actor: Actor,
  input: { productId: string; epoch: number; reason: Localised },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const owner = await findProduct(tx, input.productId);
    requireMay(ctx, actor, 'epoch.revoke', owner.organisationId);
    const here = and(eq(epoch.productId, owner.id), eq(epoch.number, input.epoch));
    const [current] = await tx.select().from(epoch).where(here).for('update');
    if (!current)
      throw new Refused('not-found', `there is no epoch ${input.epoch}`, 'Check the epoch number.');
    if (current.state === 'revoked') {
      throw new Refused('conflict', `epoch ${input.epoch} is revoked already`, 'Nothing needs to be done.');
    }
    const entry = await recordEntry(tx, ctx, actor, 'epoch-revoked', { ...input }, owner.organisationId);
    await tx.update(epoch).set({ state: 'revoked', lastEntry: entry }).where(here);
    await bumpClock(tx, productKeys(owner));
  });
}
