import { Readable } from 'node:stream';
import { importCodes } from '../codes/index.ts';
import type { Ctx } from '../context.ts';
import { DEMO_ACTOR } from './demo-actor.ts';
import { inOrder } from './in-order.ts';
import { labelOf } from './label-of.ts';
import { IMPORTS, type WorldImport } from './world/codes.ts';
import { lotsOf } from './world/lots.ts';
import { randomSerial } from './world/random-serial.ts';
import { type Label, PACKS_IN_HAND, type World } from './world/world.ts';

/** Takes over the serials that makers print by their own systems. */
export async function importWorldCodes(
  ctx: Ctx,
  { day, lots }: Pick<World, 'day' | 'lots'>,
): Promise<Record<keyof typeof IMPORTS, Label[]>> {
  return inOrder<keyof typeof IMPORTS, WorldImport, Label[]>(IMPORTS, async ({ lot, quantity, serials }) => {
    const made = Array.from({ length: quantity }, (_, place) =>
      serials === 'random' ? randomSerial() : countedSerial(place),
    );
    const { rejected } = await importCodes(ctx, DEMO_ACTOR, {
      batchId: lots[lot],
      csv: Readable.from(['serial\n', ...made.map((serial) => `${serial}\n`)]),
      onRejected: () => undefined,
    });
    if (rejected > 0) throw new Error(`${rejected} serials of lot ${lot} were not taken`);
    const { product } = lotsOf(day)[lot];
    return made.slice(0, PACKS_IN_HAND).map((serial) => labelOf(day, product, lot, serial));
  });
}

const countedSerial = (place: number) => `S08${String(1_000_001 + place)}`;
