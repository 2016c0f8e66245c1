import { eq } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { product } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/** The product, by its id; locked where it is to be changed. Throws `Refused` when there is none. */
export async function findProduct(tx: Tx, id: string, lock?: 'no key update') {
  const query = tx.select().from(product).where(eq(product.id, id));
  const [row] = await (lock ? query.for(lock) : query);
  if (!row)
    throw new Refused('not-found', `there is no product ${id}`, 'Use the id that adding it returned.');
  return row;
}

export type ProductRow = Awaited<ReturnType<typeof findProduct>>;
