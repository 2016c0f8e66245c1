import { and, eq } from 'drizzle-orm';
import type { Role } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { member } from '../db/schema/index.ts';
import { findMember } from './find-member.ts';
import { requireAnotherOwner } from './require-another-owner.ts';

/** @throws Refused `not-found`, `forbidden`, `second-factor`, `conflict` for the last owner */
export async function changeRole(
  ctx: Ctx,
  actor: Actor,
  input: { organisationId: string; userId: string; role: Role },
): Promise<void> {
  requireMay(ctx, actor, 'member.change', input.organisationId);
  await ctx.db.transaction(async (tx) => {
    const before = await findMember(tx, input.organisationId, input.userId);
    if (before.role === input.role) return;
    if (before.role === 'owner') await requireAnotherOwner(tx, input.organisationId, input.userId);
    const entry = await recordEntry(tx, ctx, actor, 'member-changed', { ...input, before: before.role });
    await tx
      .update(member)
      .set({ role: input.role, lastEntry: entry })
      .where(and(eq(member.organisationId, input.organisationId), eq(member.userId, input.userId)));
  });
}
