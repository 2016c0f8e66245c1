import { isNotNull } from 'drizzle-orm';
import { subjectOfProduct, unwrapEpoch, unwrapImportKey } from '@assay/serials';
import { epochRow, issuerBytes } from '../codes/index.ts';
import type { Tx } from '../db/database.ts';
import { epoch, product } from '../db/schema/index.ts';
import type { Keys } from '../keys/index.ts';

/**
 * Opens the secret of every epoch and the key of every product with imported codes.
 *
 * @returns how many
 * @throws SerialKeyError for the first that does not open: its codes would not verify
 */
export async function openEverySecret(tx: Tx, keys: Keys): Promise<number> {
  const epochs = await tx.select().from(epoch);
  for (const row of epochs) {
    const { wrapped, subject, epoch: number, issuer } = epochRow(row);
    unwrapEpoch(keys.serials, wrapped, subject, number, issuer);
  }
  const products = await tx
    .select({
      id: product.id,
      gtin: product.gtin,
      issuer: product.organisationId,
      importKey: product.importKey,
    })
    .from(product)
    .where(isNotNull(product.importKey));
  for (const { id, gtin, issuer, importKey } of products)
    unwrapImportKey(keys.serials, importKey!, gtin ?? subjectOfProduct(id), issuerBytes(issuer));
  return epochs.length + products.length;
}
