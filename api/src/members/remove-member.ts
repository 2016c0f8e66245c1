import { and, eq } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { member } from '../db/schema/index.ts';
import { findMember } from './find-member.ts';
import { requireAnotherOwner } from './require-another-owner.ts';

/**
 * Ends somebody's part in an organisation. Everybody may leave by themselves; the last owner may not.
 *
 * @throws Refused `not-found`, `forbidden`, `second-factor`, `conflict` for the last owner
 */
export async function removeMember(
  ctx: Ctx,
  actor: Actor,
  input: { organisationId: string; userId: string },
): Promise<void> {
  const leaves = actor.kind === 'member' && actor.id === input.userId;
  requireMay(ctx, actor, leaves ? 'organisation.read' : 'member.change', input.organisationId);
  await ctx.db.transaction(async (tx) => {
    const { role } = await findMember(tx, input.organisationId, input.userId);
    if (role === 'owner') await requireAnotherOwner(tx, input.organisationId, input.userId);
    const entry = await recordEntry(tx, ctx, actor, 'member-left', { ...input, before: role });
    await tx
      .update(member)
      .set({ leftAt: ctx.now(), lastEntry: entry })
      .where(and(eq(member.organisationId, input.organisationId), eq(member.userId, input.userId)));
  });
}
