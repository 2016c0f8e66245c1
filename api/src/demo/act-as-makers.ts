import { revokeEpoch, rotateEpoch, withdrawCodes } from '../codes/index.ts';
import type { Ctx } from '../context.ts';
import { reportCodes } from '../decisions/index.ts';
import { DEMO_ACTOR } from './demo-actor.ts';
import { leaksOf, reportsOf, withdrawalsOf } from './world/acts.ts';
import type { World } from './world/world.ts';

/** What makers did with codes of their own: blocked, took off the market, exported, replaced after a leak. */
export async function actAsMakers(ctx: Ctx, world: World): Promise<void> {
  for (const report of reportsOf(world)) await reportCodes(ctx, DEMO_ACTOR, report);
  for (const withdrawal of withdrawalsOf(world)) await withdrawCodes(ctx, DEMO_ACTOR, withdrawal);
  for (const { productId, epoch, reason } of leaksOf(world)) {
    await rotateEpoch(ctx, DEMO_ACTOR, { productId, why: reason.en });
    await revokeEpoch(ctx, DEMO_ACTOR, { productId, epoch, reason });
  }
}
