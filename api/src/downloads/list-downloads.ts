import { desc, eq } from 'drizzle-orm';
import type { Download } from '@assay/contract';
import { ownRun } from '../codes/index.ts';
import { compact } from '../compact.ts';
import type { Actor, Ctx } from '../context.ts';
import { codeDownload } from '../db/schema/index.ts';

const MOST = 200;

/** How codes of a run were handed out, newest first. @throws Refused `not-found`, `forbidden` */
export async function listDownloads(ctx: Ctx, actor: Actor, runId: string): Promise<Download[]> {
  const run = await ownRun(ctx, actor, 'codes.read', runId);
  const rows = await ctx.db
    .select()
    .from(codeDownload)
    .where(eq(codeDownload.runId, run.id))
    .orderBy(desc(codeDownload.orderedAt))
    .limit(MOST);
  return rows.map(({ id, kind, first, last, orderedAt, orderedByName, reason }) =>
    compact({ id, kind, first, last, orderedAt: orderedAt.toISOString(), by: orderedByName, reason }),
  );
}
