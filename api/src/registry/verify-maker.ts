import { eq, sql } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { organisation, prefix } from '../db/schema/index.ts';
import { bumpClock, factKey } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { dayOf } from '../today.ts';
import { findOrganisation } from './find-organisation.ts';
import { refuseProvenPrefixes } from './refuse-proven-prefixes.ts';

/**
 * Confirms a pending maker's identity and prefixes.
 *
 * @throws Refused `not-found`, `conflict` when it is not pending or a prefix is proven by another maker
 */
export async function verifyMaker(
  ctx: Ctx,
  actor: Actor,
  input: { makerId: string; how: Localised },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const maker = await findOrganisation(tx, input.makerId, 'maker');
    requireMay(ctx, actor, 'maker.verify', maker.id);
    if (maker.status !== 'pending') {
      throw new Refused(
        'conflict',
        `${maker.name} is ${maker.status}`,
        'Only a pending maker can be verified.',
      );
    }
    const claims = await tx.select().from(prefix).where(eq(prefix.organisationId, maker.id));
    await refuseProvenPrefixes(
      tx,
      claims.map((claim) => claim.digits),
    );
    const entry = await recordEntry(
      tx,
      ctx,
      actor,
      'maker-verified',
      { ...input, before: maker.status },
      maker.id,
    );
    await tx
      .update(organisation)
      .set({
        status: 'verified',
        verifiedOn: dayOf(ctx.now(), ctx.timeZone),
        verifiedHow: input.how,
        lastEntry: entry,
      })
      .where(eq(organisation.id, maker.id));
    await tx
      .update(prefix)
      .set({ state: 'proven', lastEntry: entry })
      .where(eq(prefix.organisationId, maker.id));
    const { rows } = await tx.execute<{ gtin: string }>(
      sql`select gtin from app.product where organisation_id = ${maker.id} and gtin is not null`,
    );
    await bumpClock(tx, [factKey.organisation(maker.id), ...rows.map((row) => factKey.gtin(row.gtin))]);
  });
}
