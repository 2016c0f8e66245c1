import type { batch, product } from '../db/schema/index.ts';

/** What a lot and its product are called outside. */
export function nameOfBatch(found: {
  batch: Pick<typeof batch.$inferSelect, 'id' | 'lot'>;
  product: Pick<typeof product.$inferSelect, 'id' | 'gtin'>;
}) {
  return {
    batchId: found.batch.id,
    productId: found.product.id,
    gtin: found.product.gtin,
    lot: found.batch.lot,
  };
}
