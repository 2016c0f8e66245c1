import { and, eq } from 'drizzle-orm';
import { organisationOf } from '../auth/organisation-of.ts';
import type { Action } from '../auth/permissions.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { codeRun } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

export type RunRow = typeof codeRun.$inferSelect;

/**
 * A run of issued codes of the organisation that somebody acts for.
 *
 * @throws Refused `forbidden`, `second-factor`; `not-found` for another organisation's too
 */
export async function ownRun(ctx: Ctx, actor: Actor, action: Action, id: string): Promise<RunRow> {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, action, organisationId);
  const [row] = await ctx.db
    .select()
    .from(codeRun)
    .where(and(eq(codeRun.id, id), eq(codeRun.organisationId, organisationId)));
  if (!row) throw new Refused('not-found', `there is no run ${id}`, 'Check the list of codes.');
  return row;
}
