import { and, eq } from 'drizzle-orm';
import { epochRow, issueCodes, type IssuedRange } from '../codes/index.ts';
import type { Ctx } from '../context.ts';
import { epoch } from '../db/schema/index.ts';
import { DEMO_ACTOR } from './demo-actor.ts';
import { inOrder } from './in-order.ts';
import { labelOf } from './label-of.ts';
import { ISSUES, type WorldIssue } from './world/codes.ts';
import { type IssueName, type Label, PACKS_IN_HAND, type World } from './world/world.ts';

type Issued = Pick<World, 'ranges' | 'scratchCode'> & { labels: Record<IssueName, Label[]> };

/** Issues the codes of the world and reads the labels of the first packs of each run. */
export async function issueWorldCodes(
  ctx: Ctx,
  { day, products, lots }: Pick<World, 'day' | 'products' | 'lots'>,
): Promise<Issued> {
  const ranges = await inOrder<IssueName, WorldIssue, IssuedRange>(
    ISSUES,
    async ({ product, lot, quantity, innerCodes = false }) => {
      const batch = lot && { batchId: lots[lot] };
      return issueCodes(ctx, DEMO_ACTOR, { productId: products[product], quantity, innerCodes, ...batch });
    },
  );
  const labels = await inOrder<IssueName, WorldIssue, Label[]>(ISSUES, async ({ product, lot }, name) => {
    const cipher = await cipherOf(ctx, ranges[name]);
    const places = Array.from({ length: PACKS_IN_HAND }, (_, place) => ranges[name].first + place);
    return places.map((index) => labelOf(day, product, lot, cipher.serial(index)));
  });
  const scratched = ranges.paracetamolScratch;
  const scratchCode = (await cipherOf(ctx, scratched)).innerCode(scratched.first);
  return { ranges, labels, scratchCode };
}

async function cipherOf(ctx: Ctx, range: IssuedRange) {
  const [row] = await ctx.db
    .select()
    .from(epoch)
    .where(and(eq(epoch.productId, range.productId), eq(epoch.number, range.epoch)));
  return ctx.serials.open(epochRow(row!));
}
