import type { Ctx } from '../context.ts';
import { actAsAuthorities } from './act-as-authorities.ts';
import { actAsMakers } from './act-as-makers.ts';
import { checkAroundTheCountry } from './check-around-the-country.ts';
import { importWorldCodes } from './import-world-codes.ts';
import { isSeeded } from './is-seeded.ts';
import { issueWorldCodes } from './issue-world-codes.ts';
import { listProducts } from './list-products.ts';
import { registerOrganisations } from './register-organisations.ts';
import { calendarOf } from './world/calendar.ts';
import type { World } from './world/world.ts';
import { writeSamples } from './write-samples.ts';

/**
 * Fills an empty demo database with a small invented world, through the same verbs that makers and authorities use,
 * and with samples of codes to scan. Does nothing where the world stands already.
 *
 * @throws Refused `forbidden` for a database in earnest, `conflict` for one that an interrupted run left half filled
 */
export async function seedDemo(ctx: Ctx): Promise<void> {
  if (await isSeeded(ctx)) return;
  const day = calendarOf(ctx);
  const organisations = await registerOrganisations(ctx);
  const listed = await listProducts(ctx, { day, ...organisations });
  const issued = await issueWorldCodes(ctx, { day, ...listed });
  const imported = await importWorldCodes(ctx, { day, ...listed });
  const labels = { ...issued.labels, ...imported };
  const world: World = { day, ...organisations, ...listed, ...issued, labels };
  await actAsMakers(ctx, world);
  await actAsAuthorities(ctx, world);
  await checkAroundTheCountry(ctx, world);
  await writeSamples(ctx, world);
}
