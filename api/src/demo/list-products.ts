import type { Ctx } from '../context.ts';
import { addProduct, openBatch, recallBatch } from '../registry/index.ts';
import { DEMO_ACTOR } from './demo-actor.ts';
import { inOrder } from './in-order.ts';
import { daysAgo } from './world/calendar.ts';
import { type LotName, lotsOf, type WorldLot } from './world/lots.ts';
import { type ProductName, productsOf, type WorldProduct } from './world/products.ts';
import type { World } from './world/world.ts';

/** Lists what the makers sell, with its lots, and recalls those that are recalled. */
export async function listProducts(
  ctx: Ctx,
  { day, makers }: Pick<World, 'day' | 'makers'>,
): Promise<Pick<World, 'products' | 'lots'>> {
  const products = await inOrder<ProductName, WorldProduct, string>(
    productsOf(day),
    async ({ maker, ...product }) => {
      const { id } = await addProduct(ctx, DEMO_ACTOR, { ...product, makerId: makers[maker] });
      return id;
    },
  );
  const lots = await inOrder<LotName, WorldLot, number>(
    lotsOf(day),
    async ({ product, recalled, ...lot }) => {
      const { id } = await openBatch(ctx, DEMO_ACTOR, { ...lot, productId: products[product] });
      if (recalled) {
        const { reason } = recalled;
        await recallBatch(daysAgo(ctx, recalled.daysAgo), DEMO_ACTOR, { batchId: id, reason });
      }
      return id;
    },
  );
  return { products, lots };
}
