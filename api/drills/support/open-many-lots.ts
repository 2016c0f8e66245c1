import { sql } from 'drizzle-orm';
import { recordEntry } from '../../src/audit/record-entry.ts';
import type { Ctx } from '../../src/context.ts';
import { OPERATOR } from '../../test/support/service.ts';

/** More lots than are remembered with a product, so that each one that is named is read from its table. */
const MANY = 600;

export async function openManyLots(ctx: Ctx, productId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const entry = await recordEntry(tx, ctx, OPERATOR, 'batch-opened', { productId, many: MANY });
    await tx.execute(sql`
      insert into app.batch (product_id, lot, lot_folded, last_entry)
      select ${productId}::uuid, 'M' || n, 'M' || n, ${entry}::uuid from generate_series(1, ${MANY}::int) n`);
  });
}
