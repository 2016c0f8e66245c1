import { eq } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { batch, product } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/**
 * The lot and its product, both locked until the transaction ends; rows that only refer to them can still be written.
 * Throws `Refused` when there is none.
 */
export async function findBatch(tx: Tx, id: number) {
  const [found] = await tx
    .select()
    .from(batch)
    .innerJoin(product, eq(product.id, batch.productId))
    .where(eq(batch.id, id))
    .for('no key update');
  if (!found)
    throw new Refused('not-found', `there is no batch ${id}`, 'Use the number that opening it returned.');
  return found;
}
