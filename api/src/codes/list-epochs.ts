import { desc, eq } from 'drizzle-orm';
import type { Epoch } from '@assay/contract';
import type { Actor, Ctx } from '../context.ts';
import { epoch } from '../db/schema/index.ts';
import { ownProduct } from '../registry/index.ts';

/** The epochs of a product, newest first. @throws Refused `not-found`, `forbidden` */
export async function listEpochs(ctx: Ctx, actor: Actor, productId: string): Promise<Epoch[]> {
  const owner = await ownProduct(ctx, actor, 'codes.read', productId);
  const rows = await ctx.db
    .select({
      number: epoch.number,
      state: epoch.state,
      nextIndex: epoch.nextIndex,
      createdAt: epoch.createdAt,
    })
    .from(epoch)
    .where(eq(epoch.productId, owner.id))
    .orderBy(desc(epoch.number));
  return rows.map(({ number, state, nextIndex, createdAt }) => ({
    epoch: number,
    state,
    issued: nextIndex,
    openedAt: createdAt.toISOString(),
  }));
}
