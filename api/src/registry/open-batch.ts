import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import { foldLot } from '@assay/gs1';
import type { Actor, Ctx } from '../context.ts';
import { batch } from '../db/schema/index.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { findProduct } from './find-product.ts';
import { productKeys } from './product-keys.ts';

export interface NewBatch {
  productId: string;
  /** As printed: at most 20 characters of GS1's character set 82 (AI 10). */
  lot: string;
  made?: string;
  expiry?: string;
  activeFrom?: string;
  /** Every unit code of the lot is, or will at once be, on file. */
  listedCompletely?: boolean;
}

/**
 * Opens a lot of a product.
 *
 * @returns the batch's number
 * @throws Refused `not-found`; `invalid` for a lot of nothing but its label or dates the wrong way round; `conflict`
 *   when the product has this lot, in whatever spelling
 */
export async function openBatch(ctx: Ctx, actor: Actor, input: NewBatch): Promise<{ id: number }> {
  const lotFolded = foldLot(input.lot);
  if (!lotFolded || input.lot.length > 20) {
    throw new Refused(
      'invalid',
      `"${input.lot}" is no lot number`,
      'Give the 1 to 20 characters that are printed.',
    );
  }
  if (input.made && input.expiry && input.made > input.expiry) {
    throw new Refused('invalid', 'the lot expires before it is made', 'Check the two dates.');
  }
  return ctx.db.transaction(async (tx) => {
    const owner = await findProduct(tx, input.productId);
    requireMay(ctx, actor, 'batch.open', owner.organisationId);
    const entry = await recordEntry(tx, ctx, actor, 'batch-opened', { ...input }, owner.organisationId);
    const [row] = await tx
      .insert(batch)
      .values({
        productId: owner.id,
        lot: input.lot,
        lotFolded,
        made: input.made ?? null,
        expiry: input.expiry ?? null,
        activeFrom: input.activeFrom ?? null,
        listedCompletely: input.listedCompletely ?? false,
        lastEntry: entry,
      })
      .onConflictDoNothing()
      .returning({ id: batch.id });
    if (!row) throw new Refused('conflict', `lot ${input.lot} is open already`, 'Use the batch that exists.');
    await bumpClock(tx, productKeys(owner));
    return row;
  });
}
