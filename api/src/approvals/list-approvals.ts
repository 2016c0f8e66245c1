import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Approval } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { approval } from '../db/schema/index.ts';

const MOST = 200;

/** What waits for a second member, the oldest first. @throws Refused `not-found`, `forbidden` */
export async function listApprovals(ctx: Ctx, actor: Actor): Promise<Approval[]> {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, 'approval.list', organisationId);
  const rows = await ctx.db
    .select()
    .from(approval)
    .where(
      and(
        eq(approval.organisationId, organisationId),
        isNull(approval.approvedBy),
        gt(approval.expiresAt, ctx.now()),
      ),
    )
    .orderBy(asc(approval.askedAt))
    .limit(MOST);
  return rows.map(({ id, act, input, askedByName, askedAt, expiresAt }) => ({
    id,
    act,
    input,
    askedBy: askedByName,
    askedAt: askedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}
