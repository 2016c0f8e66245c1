import { and, desc, eq, lt } from 'drizzle-orm';
import type { Activity } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import { compact } from '../compact.ts';
import type { Actor, Ctx } from '../context.ts';
import { activity, auditEntry } from '../db/schema/index.ts';
import type { Cursors } from '../http/cursor.ts';
import { PAGE, pageOf } from '../http/page.ts';
import { describeEntry } from './describe-entry.ts';

/**
 * What was done for an organisation, and to it, newest first, fifty entries at a time.
 *
 * @throws Refused `not-found`, `forbidden`; ProblemError `invalid-request` for a cursor that is none
 */
export async function listActivity(
  ctx: Ctx,
  actor: Actor,
  input: { after?: string },
  cursors: Cursors,
): Promise<{ items: Activity[]; next?: string }> {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, 'activity.read', organisationId);
  const place = input.after === undefined ? undefined : cursors.read(input.after);
  const rows = await ctx.db
    .select({ no: activity.no, id: auditEntry.id, body: auditEntry.body })
    .from(activity)
    .innerJoin(auditEntry, eq(auditEntry.id, activity.entryId))
    .where(and(eq(activity.organisationId, organisationId), place && lt(activity.no, Number(place[0]))))
    .orderBy(desc(activity.no))
    .limit(PAGE + 1);
  const { rows: page, next } = pageOf(rows, cursors, ({ no }) => [no]);
  return compact({ items: page.map(({ id, body }) => describeEntry(id, body)), next });
}
