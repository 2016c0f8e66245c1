import { and, desc, eq, lt } from 'drizzle-orm';
import type { Batch } from '@assay/contract';
import { compact } from '../compact.ts';
import type { Actor, Ctx } from '../context.ts';
import { batch } from '../db/schema/index.ts';
import type { Cursors } from '../http/cursor.ts';
import { PAGE, pageOf } from '../http/page.ts';
import { ownProduct } from './own-product.ts';

type BatchRow = typeof batch.$inferSelect;

/**
 * The lots of a product, newest first, fifty at a time.
 *
 * @param input `after`: the `next` of the page before
 * @throws Refused `not-found`, `forbidden`; ProblemError `invalid-request` for a cursor that is none
 */
export async function listBatches(
  ctx: Ctx,
  actor: Actor,
  input: { productId: string; after?: string },
  cursors: Cursors,
): Promise<{ items: Batch[]; next?: string }> {
  const owner = await ownProduct(ctx, actor, 'product.read', input.productId);
  const place = input.after === undefined ? undefined : cursors.read(input.after);
  const rows = await ctx.db
    .select()
    .from(batch)
    .where(and(eq(batch.productId, owner.id), place && lt(batch.id, Number(place[0]))))
    .orderBy(desc(batch.id))
    .limit(PAGE + 1);
  const { rows: page, next } = pageOf(rows, cursors, ({ id }) => [id]);
  return compact({ items: page.map(viewOfBatch), next });
}

/** A lot, as its maker sees it. */
export function viewOfBatch(row: BatchRow): Batch {
  const { recalledOn, recallReason, recallUntil } = row;
  return compact({
    id: row.id,
    productId: row.productId,
    lot: row.lot,
    made: row.made,
    expiry: row.expiry,
    activeFrom: row.activeFrom,
    listedCompletely: row.listedCompletely,
    guessable: row.guessable,
    openedAt: row.createdAt.toISOString(),
    recall:
      recalledOn && recallReason
        ? compact({ on: recalledOn, reason: recallReason, until: recallUntil })
        : undefined,
  });
}
