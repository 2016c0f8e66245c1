import type { Actor, Ctx } from '../context.ts';
import type { IssuedRange } from './issue-codes.ts';
import { type OffMarket, takeOffMarket } from './take-off-market.ts';

/** Takes one run of issued codes off the market. @throws Refused as `takeOffMarket` */
export async function withdrawCodes(
  ctx: Ctx,
  actor: Actor,
  { productId, epoch, first, last, state, reason }: IssuedRange & Pick<OffMarket, 'state' | 'reason'>,
): Promise<void> {
  await takeOffMarket(ctx, actor, { productId, ranges: [{ epoch, first, last }], state, reason });
}
