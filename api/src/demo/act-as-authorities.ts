import type { Ctx } from '../context.ts';
import { decide, warn } from '../decisions/index.ts';
import { suspendMaker } from '../registry/index.ts';
import { DEMO_ACTOR } from './demo-actor.ts';
import { inOrder } from './in-order.ts';
import { decisionsOf, warningsOf } from './world/acts.ts';
import { daysAgo } from './world/calendar.ts';
import { type MakerName, MAKERS, type WorldMaker } from './world/organisations.ts';
import type { World } from './world/world.ts';

/** What authorities decided, warned of and suspended in the days before the first start. */
export async function actAsAuthorities(ctx: Ctx, world: World): Promise<void> {
  for (const { agency, daysAgo: days, ...decision } of decisionsOf(world)) {
    await decide(daysAgo(ctx, days), DEMO_ACTOR, { ...decision, agencyId: world.agencies[agency] });
  }
  for (const { agency, daysAgo: days, ...warning } of warningsOf(world)) {
    await warn(daysAgo(ctx, days), DEMO_ACTOR, { ...warning, agencyId: world.agencies[agency] });
  }
  await inOrder<MakerName, WorldMaker, void>(MAKERS, async ({ suspended }, name) => {
    if (!suspended) return;
    const { daysAgo: days, reason } = suspended;
    await suspendMaker(daysAgo(ctx, days), DEMO_ACTOR, { makerId: world.makers[name], reason });
  });
}
