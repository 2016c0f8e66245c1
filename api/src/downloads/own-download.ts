import { and, eq } from 'drizzle-orm';
import { organisationOf } from '../auth/organisation-of.ts';
import type { Action } from '../auth/permissions.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { codeDownload, codeRun } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/** A download of the organisation that somebody acts for, and its run. @throws Refused `not-found`, `forbidden` */
export async function ownDownload(ctx: Ctx, actor: Actor, action: Action, id: string) {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, action, organisationId);
  const [row] = await ctx.db
    .select({ download: codeDownload, run: codeRun })
    .from(codeDownload)
    .innerJoin(codeRun, eq(codeRun.id, codeDownload.runId))
    .where(and(eq(codeDownload.id, id), eq(codeRun.organisationId, organisationId)));
  if (!row) throw new Refused('not-found', 'there is no such download', 'Check the list of downloads.');
  return row;
}

/** Whose download it is, for somebody who follows a link and cannot say for whom they act. */
export async function organisationOfDownload(ctx: Ctx, id: string): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ organisationId: codeRun.organisationId })
    .from(codeDownload)
    .innerJoin(codeRun, eq(codeRun.id, codeDownload.runId))
    .where(eq(codeDownload.id, id));
  return row?.organisationId;
}
