import { eq, sql } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import { requireTwoSigners } from '../auth/require-signers.ts';
import type { Actor, Ctx } from '../context.ts';
import { decision } from '../db/schema/index.ts';
import { bumpClock, factKey } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { tellMakers } from './tell-makers.ts';

/**
 * Withdraws a decision, a warning or a maker's report. It shows as fast and on the same channels as the accusation
 * did, and it lowers an alarm, so two people sign (R5).
 *
 * @throws Refused `not-found`; `conflict` when it is withdrawn already; `forbidden` with fewer than two signers
 */
export async function withdraw(
  ctx: Ctx,
  actor: Actor,
  input: { decisionId: string; reason: Localised; signedBy: readonly string[] },
): Promise<void> {
  requireTwoSigners(input.signedBy, 'a withdrawal');
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(decision).where(eq(decision.id, input.decisionId)).for('update');
    if (!row) throw new Refused('not-found', `there is no decision ${input.decisionId}`, 'Check its id.');
    requireMay(ctx, actor, 'decision.sign', row.organisationId);
    if (row.withdrawnAt)
      throw new Refused('conflict', 'it is withdrawn already', 'Nothing needs to be done.');
    const entry = await recordEntry(
      tx,
      ctx,
      actor,
      `${row.kind}-withdrawn`,
      { ...input },
      row.organisationId,
    );
    await tx
      .update(decision)
      .set({ withdrawnAt: ctx.now(), withdrawnFor: input.reason, lastEntry: entry })
      .where(eq(decision.id, row.id));
    await tellMakers(tx, ctx, 'decision.withdrawn', row);
    const { rows: registered } = await tx.execute<{ gtin: string }>(
      sql`select gtin from app.product where registration_folded = ${row.registrationFolded} and gtin is not null`,
    );
    await bumpClock(tx, [
      ...registered.map((one) => factKey.gtin(one.gtin)),
      ...(row.gtin ? [factKey.gtin(row.gtin)] : []),
      ...(row.registrationFolded ? [factKey.registration(row.registrationFolded)] : []),
      ...(row.textDigest ? [factKey.text(row.textDigest)] : []),
      ...(row.registrantId ? [factKey.organisation(row.registrantId)] : []),
    ]);
  });
}
