import { eq } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { organisation } from '../db/schema/index.ts';
import { bumpClock, factKey } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { requireTwoSigners } from '../auth/require-signers.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';
import { findOrganisation } from './find-organisation.ts';

/**
 * Restores a suspended maker. It lowers an alarm, so two people sign (R5).
 *
 * @throws Refused `not-found`; `conflict` when it is not suspended; `forbidden` with fewer than two signers
 */
export async function restoreMaker(
  ctx: Ctx,
  actor: Actor,
  input: { makerId: string; reason: Localised; signedBy: readonly string[] },
): Promise<void> {
  requireTwoSigners(input.signedBy, 'restoring a maker');
  await ctx.db.transaction(async (tx) => {
    const maker = await findOrganisation(tx, input.makerId, 'maker');
    requireMay(ctx, actor, 'maker.restore', maker.id);
    if (maker.status !== 'suspended') {
      throw new Refused(
        'conflict',
        `${maker.name} is ${maker.status}`,
        'Only a suspended maker can be restored.',
      );
    }
    const entry = await recordEntry(
      tx,
      ctx,
      actor,
      'maker-restored',
      { ...input, before: maker.status },
      maker.id,
    );
    await tx
      .update(organisation)
      .set({ status: 'verified', suspendedOn: null, suspendedFor: null, lastEntry: entry })
      .where(eq(organisation.id, maker.id));
    await enqueueEvent(tx, ctx, maker.id, 'organisation.restored', { organisationId: maker.id });
    await bumpClock(tx, [factKey.organisation(maker.id)]);
  });
}
