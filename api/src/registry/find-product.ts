import { eq } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { product } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/** The product, by its id. Throws `Refused` when there is none. */
export async function findProduct(tx: Tx, id: string) {
  const [row] = await tx.select().from(product).where(eq(product.id, id));
  if (!row)
    throw new Refused('not-found', `there is no product ${id}`, 'Use the id that adding it returned.');
  return row;
}

export type ProductRow = Awaited<ReturnType<typeof findProduct>>;
