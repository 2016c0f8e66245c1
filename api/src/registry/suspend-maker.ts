import { eq } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { organisation } from '../db/schema/index.ts';
import { bumpClock, factKey } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { dayOf } from '../today.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';
import { findOrganisation } from './find-organisation.ts';

/**
 * Suspends a maker: its codes answer `unknown` / `brand-suspended` within two seconds of the commit (R6).
 *
 * @throws Refused `not-found`; `conflict` when it is not verified
 */
export async function suspendMaker(
  ctx: Ctx,
  actor: Actor,
  input: { makerId: string; reason: Localised },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const maker = await findOrganisation(tx, input.makerId, 'maker');
    requireMay(ctx, actor, 'maker.suspend', maker.id);
    if (maker.status !== 'verified') {
      throw new Refused(
        'conflict',
        `${maker.name} is ${maker.status}`,
        'Only a verified maker can be suspended.',
      );
    }
    const entry = await recordEntry(
      tx,
      ctx,
      actor,
      'maker-suspended',
      { ...input, before: maker.status },
      maker.id,
    );
    await tx
      .update(organisation)
      .set({
        status: 'suspended',
        suspendedOn: dayOf(ctx.now(), ctx.timeZone),
        suspendedFor: input.reason,
        lastEntry: entry,
      })
      .where(eq(organisation.id, maker.id));
    await enqueueEvent(tx, ctx, maker.id, 'organisation.suspended', { organisationId: maker.id });
    await bumpClock(tx, [factKey.organisation(maker.id)]);
  });
}
