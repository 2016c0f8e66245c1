import { and, eq, isNull } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { apiKey } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/** Ends a key at once. @throws Refused `not-found`, `forbidden`, `conflict` where it is revoked already */
export async function revokeKey(
  ctx: Ctx,
  actor: Actor,
  input: { organisationId: string; id: string },
): Promise<void> {
  requireMay(ctx, actor, 'key.revoke', input.organisationId);
  await ctx.db.transaction(async (tx) => {
    const here = and(eq(apiKey.id, input.id), eq(apiKey.organisationId, input.organisationId));
    const [row] = await tx.select({ revokedAt: apiKey.revokedAt }).from(apiKey).where(here).for('update');
    if (!row) throw new Refused('not-found', 'there is no such key', 'Check the list of keys.');
    if (row.revokedAt) throw new Refused('conflict', 'it is revoked already', 'Nothing needs to be done.');
    const entry = await recordEntry(tx, ctx, actor, 'key-revoked', { ...input });
    await tx
      .update(apiKey)
      .set({ revokedAt: ctx.now(), lastEntry: entry })
      .where(and(here, isNull(apiKey.revokedAt)));
  });
}
