import type { Ctx } from '../context.ts';
import { registerAgency, registerMaker } from '../registry/index.ts';
import { DEMO_ACTOR } from './demo-actor.ts';
import { inOrder } from './in-order.ts';
import { daysAgo } from './world/calendar.ts';
import { AGENCIES, AGENCIES_REGISTERED_DAYS_AGO, MAKERS, type WorldMaker } from './world/organisations.ts';
import type { World } from './world/world.ts';

export async function registerOrganisations(ctx: Ctx): Promise<Pick<World, 'makers' | 'agencies'>> {
  const agencies = await inOrder(AGENCIES, async (names) => {
    const { id } = await registerAgency(daysAgo(ctx, AGENCIES_REGISTERED_DAYS_AGO), DEMO_ACTOR, { names });
    return id;
  });
  const makers = await inOrder<keyof typeof MAKERS, WorldMaker, string>(MAKERS, async (maker) => {
    const { registeredDaysAgo, suspended: _, ...application } = maker;
    const { id } = await registerMaker(daysAgo(ctx, registeredDaysAgo), DEMO_ACTOR, application);
    return id;
  });
  return { makers, agencies };
}
