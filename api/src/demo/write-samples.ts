import type { Ctx } from '../context.ts';
import { demoSample } from '../db/schema/index.ts';
import { samplesOf } from './world/samples.ts';
import type { World } from './world/world.ts';

/** Last of all and in one statement: samples on file say that the world is whole. */
export async function writeSamples({ db }: Ctx, world: World): Promise<void> {
  await db
    .insert(demoSample)
    .values(samplesOf(world).map((sample, place) => ({ position: place + 1, ...sample })));
}
