import { randomUUID } from 'node:crypto';
import { and, eq, gte, lte, sql } from 'drizzle-orm';
import { type FileOrder, type LabelSheetOrder, type OrderedDownload, paths } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import { ownRun, type RunRow } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { codeDownload } from '../db/schema/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import { Refused } from '../refused.ts';
import { partOf } from './part-of.ts';
import { requirePossible } from './require-possible.ts';
import { tellOwners } from './tell-owners.ts';

/** For so long a file can be fetched by who ordered it: a connection that broke is no second download. */
export const FETCHED_FOR_MS = 3_600_000;

export type Order =
  | { runId: string; kind: 'file'; input: FileOrder }
  | { runId: string; kind: 'labels'; input: LabelSheetOrder };

/**
 * Hands out codes of a run, as a file or as labels. Codes that were handed out before take a fresh second factor and a
 * reason, and all owners are told by mail; without that mail nothing is handed out.
 *
 * @throws Refused `not-found`, `forbidden`, `second-factor`; `invalid` without a reason, or for what cannot be made;
 *   `conflict` for withdrawn or destroyed codes; what keeps the mail from being sent
 */
export async function orderDownload(
  ctx: Ctx,
  actor: Actor,
  order: Order,
  sendMail: Mailer,
): Promise<OrderedDownload> {
  const run = await ownRun(ctx, actor, 'codes.download', order.runId);
  const part = partOf(run, order.input);
  const { kind, input } = order;
  const { reason } = input;
  const [id, orderedAt] = [randomUUID(), ctx.now()];
  await ctx.db.transaction(async (tx) => {
    await requirePossible(tx, ctx, actor, { ...order, ...part, run });
    const again = await wasHandedOut(tx, run, part);
    if (again) {
      requireMay(ctx, actor, 'codes.download-again', run.organisationId);
      if (reason === undefined)
        throw new Refused('invalid', 'some of these codes were handed out before', 'Say why, in `reason`.');
    }
    const { productId, epoch } = run;
    const subject = { id, runId: run.id, kind, productId, epoch, ...input, ...part, again };
    const entryId = await recordEntry(tx, ctx, actor, 'download-ordered', subject, run.organisationId);
    await tx.insert(codeDownload).values({
      ...part,
      id,
      runId: run.id,
      kind,
      input,
      reason: reason ?? null,
      orderedBy: actor.id,
      orderedByName: actor.name,
      orderedAt,
      entryId,
    });
    if (again) await tellOwners(tx, actor, run, { ...part, reason: reason ?? '' }, sendMail);
  });
  return {
    id,
    url: paths.download(id),
    expiresAt: new Date(orderedAt.getTime() + FETCHED_FOR_MS).toISOString(),
    codes: part.last - part.first + 1,
  };
}

/** Whether any code of a part was ordered before; nobody orders of the same run meanwhile. */
async function wasHandedOut(tx: Tx, run: RunRow, { first, last }: { first: number; last: number }) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`assay/downloads ${run.id}`}, 0))`);
  const overlapping = and(
    eq(codeDownload.runId, run.id),
    lte(codeDownload.first, last),
    gte(codeDownload.last, first),
  );
  return (await tx.$count(codeDownload, overlapping)) > 0;
}
