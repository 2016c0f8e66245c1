import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { Report } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import { compact } from '../compact.ts';
import type { Actor, Ctx } from '../context.ts';
import { decision } from '../db/schema/index.ts';
import type { Cursors } from '../http/cursor.ts';
import { PAGE, pageOf } from '../http/page.ts';

/**
 * The blocks that a maker put on codes of its own, in force or not, newest first, fifty at a time.
 *
 * @throws Refused `not-found`, `forbidden`; ProblemError `invalid-request` for a cursor that is none
 */
export async function listReports(
  ctx: Ctx,
  actor: Actor,
  input: { after?: string },
  cursors: Cursors,
): Promise<{ items: Report[]; next?: string }> {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, 'codes.read', organisationId);
  const [day = '', id = ''] = input.after === undefined ? [] : cursors.read(input.after).map(String);
  const rows = await ctx.db
    .select()
    .from(decision)
    .where(
      and(
        eq(decision.organisationId, organisationId),
        eq(decision.kind, 'maker-report'),
        input.after === undefined
          ? undefined
          : or(lt(decision.date, day), and(eq(decision.date, day), lt(decision.id, id))),
      ),
    )
    .orderBy(desc(decision.date), desc(decision.id))
    .limit(PAGE + 1);
  const { rows: page, next } = pageOf(rows, cursors, (row) => [row.date, row.id]);
  return compact({ items: page.map(viewOf), next });
}

function viewOf({ epoch, first, last, ...row }: typeof decision.$inferSelect): Report {
  const range = epoch !== null && first !== null && last !== null ? { epoch, first, last } : undefined;
  return compact({
    id: row.id,
    gtin: row.gtin ?? '',
    range,
    serial: row.serial,
    reason: row.reason,
    on: row.date,
    until: row.until,
    withdrawnAt: row.withdrawnAt?.toISOString(),
  });
}
