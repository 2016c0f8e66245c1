import { expect } from 'vitest';
import type { Ctx } from '../../src/context.ts';
import type { FreshPack } from './issue-packs.ts';
import { keptUnits, upTo } from './kept-units.ts';
import type { Sent } from './load-order.ts';

/**
 * Expects that of packs which nothing else checked each answered request is one check, with a number of its own, and
 * that the database keeps these and no other.
 *
 * @param packs what the load scanned, in its order
 */
export async function expectExactlyOnce(
  ctx: Ctx,
  packs: readonly FreshPack[],
  sent: readonly Sent[],
): Promise<void> {
  const answered = packs.map((): number[] => []);
  for (const { scan, number } of sent) if (number !== undefined) answered[scan]!.push(number);
  const kept = await keptUnits(ctx);
  const faults = packs
    .map(({ index }, n) => ({
      index,
      answered: answered[n]!.sort((a, b) => a - b),
      kept: kept.get(index) ?? { n: 0, events: [] },
    }))
    .filter((unit) => {
      const all = String(upTo(unit.answered.length));
      return (
        String(unit.answered) !== all ||
        String(unit.kept.events) !== all ||
        unit.kept.n !== unit.answered.length
      );
    });
  expect(faults).toEqual([]);
}
