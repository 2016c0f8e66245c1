import { randomBytes } from 'node:crypto';
import { observeUnits } from '../checks/observe-units.ts';
import type { Ctx } from '../context.ts';
import { GTINS } from './world/gtins.ts';
import { PACK, type World } from './world/world.ts';

const CHECKS = 41;
const PROVINCES = 9;

/** One pack's code was checked again and again, all over the country. */
export async function checkAroundTheCountry({ db, settings }: Ctx, { ranges }: World): Promise<void> {
  const { epoch, first } = ranges.paracetamol;
  const key = { gtin: Number(GTINS.paracetamol), epoch, index: BigInt(first + PACK.wandering) };
  const checks = Array.from({ length: CHECKS }, (_, place) => ({
    key,
    attempt: randomBytes(8).readBigInt64BE(),
    province: place % PROVINCES,
    marks: 0,
  }));
  await observeUnits(db.$client, checks, settings.lockTimeoutMs);
}
