import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Role } from '@assay/contract';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { member, user } from '../db/schema/index.ts';

export interface ListedMember {
  userId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  hasSecondFactor: boolean;
}

/** @throws Refused `not-found`, `forbidden` */
export async function listMembers(ctx: Ctx, actor: Actor, organisationId: string): Promise<ListedMember[]> {
  requireMay(ctx, actor, 'member.list', organisationId);
  const rows = await ctx.db
    .select({
      userId: member.userId,
      name: user.name,
      email: user.email,
      role: member.role,
      since: member.since,
      hasSecondFactor: user.twoFactorEnabled,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organisationId, organisationId), isNull(member.leftAt)))
    .orderBy(asc(member.since), asc(member.userId));
  return rows.map((row) => ({ ...row, hasSecondFactor: row.hasSecondFactor ?? false }));
}
