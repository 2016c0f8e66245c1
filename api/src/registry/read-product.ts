import type { Product } from '@assay/contract';
import { compact } from '../compact.ts';
import type { Actor, Ctx } from '../context.ts';
import { ownProduct } from './own-product.ts';

/** A product with all that its maker said of it. @throws Refused `not-found`, `forbidden` */
export async function readProduct(ctx: Ctx, actor: Actor, id: string): Promise<Product> {
  const row = await ownProduct(ctx, actor, 'product.read', id);
  return compact({
    id: row.id,
    gtin: row.gtin,
    name: row.name,
    brand: row.brand,
    netContent: row.netContent,
    category: row.category,
    pack: row.pack,
    coding: row.coding,
    unitCodesSince: row.unitCodesSince,
    registrationNumber: row.registrationNumber,
    importer: row.importer,
    picture: row.picture,
    markets: row.markets,
    lotsCompleteSince: row.lotsCompleteSince,
    help: row.help,
    passport: row.passport,
    addedAt: row.createdAt.toISOString(),
  });
}
