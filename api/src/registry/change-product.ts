import { eq } from 'drizzle-orm';
import type { ProductChange } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { product } from '../db/schema/index.ts';
import { bumpClock, foldRegistration } from '../freshness/index.ts';
import { findProduct } from './find-product.ts';
import { mergeHelp } from './merge-help.ts';
import { productKeys } from './product-keys.ts';
import { refuseChange } from './refuse-change.ts';

/**
 * Changes what is said of a product: what is named is changed, null takes it away, the rest stays.
 *
 * @throws Refused `not-found`; `forbidden` and `conflict` as `refuseChange`
 */
export async function changeProduct(
  ctx: Ctx,
  actor: Actor,
  { productId, ...change }: { productId: string } & ProductChange,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await findProduct(tx, productId, 'no key update');
    requireMay(ctx, actor, 'product.change', before.organisationId);
    refuseChange(ctx, actor, before, change);
    const subject = { productId, ...change };
    const entry = await recordEntry(tx, ctx, actor, 'product-changed', subject, before.organisationId);
    const { help, registrationNumber, ...columns } = change;
    const [after] = await tx
      .update(product)
      .set({
        ...columns,
        ...(help && { help: mergeHelp(before.help, help) }),
        ...(registrationNumber !== undefined && {
          registrationNumber,
          registrationFolded: registrationNumber === null ? null : foldRegistration(registrationNumber),
        }),
        lastEntry: entry,
      })
      .where(eq(product.id, before.id))
      .returning();
    await bumpClock(tx, [...new Set([...productKeys(before), ...productKeys(after!)])]);
  });
}
