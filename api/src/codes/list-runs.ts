import { and, desc, eq, lt } from 'drizzle-orm';
import type { CodeRun } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import { compact } from '../compact.ts';
import type { Actor, Ctx } from '../context.ts';
import { codeRun } from '../db/schema/index.ts';
import type { Cursors } from '../http/cursor.ts';
import { PAGE, pageOf } from '../http/page.ts';
import { describeRuns } from './describe-runs.ts';
import { ownRun } from './own-run.ts';

/**
 * Codes as they were issued, newest first, fifty runs at a time, with what has become of them.
 *
 * @param input `productId`: those of one product; `after`: the `next` of the page before
 * @throws Refused `not-found`, `forbidden`; ProblemError `invalid-request` for a cursor that is none
 */
export async function listRuns(
  ctx: Ctx,
  actor: Actor,
  input: { productId?: string; after?: string },
  cursors: Cursors,
): Promise<{ items: CodeRun[]; next?: string }> {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, 'codes.read', organisationId);
  const place = input.after === undefined ? undefined : cursors.read(input.after);
  const rows = await ctx.db
    .select()
    .from(codeRun)
    .where(
      and(
        eq(codeRun.organisationId, organisationId),
        input.productId === undefined ? undefined : eq(codeRun.productId, input.productId),
        place && lt(codeRun.no, Number(place[0])),
      ),
    )
    .orderBy(desc(codeRun.no))
    .limit(PAGE + 1);
  const { rows: page, next } = pageOf(rows, cursors, ({ no }) => [no]);
  return compact({ items: await describeRuns(ctx, page), next });
}

/** One run. @throws Refused `not-found`, `forbidden` */
export async function readRun(ctx: Ctx, actor: Actor, id: string): Promise<CodeRun> {
  const [run] = await describeRuns(ctx, [await ownRun(ctx, actor, 'codes.read', id)]);
  return run!;
}
