import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { makeWorld } from '../test/support/world.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { type FreshPack, issuePacks } from './support/issue-packs.ts';
import { keptUnits, upTo } from './support/kept-units.ts';
import { type Loader, startLoader } from './support/loader.ts';
import { report, size } from './support/size.ts';

const ROUNDS = size({ small: 3, full: 50 });
const CHECKS = 100;

const atEnd = atTheEnd();
let database: TestDatabase;
let fleet: Fleet;
let loader: Loader;
let packs: FreshPack[];
beforeAll(async () => {
  database = await createDatabase();
  atEnd(() => database.drop());
  fleet = await startFleet(database, { apis: 2, env: { QUERY_TIMEOUT_MS: '5000', LOCK_TIMEOUT_MS: '4000' } });
  atEnd(() => fleet.close());
  loader = await startLoader();
  atEnd(() => loader.close());
  packs = await issuePacks(fleet.ctx, await makeWorld(fleet.ctx), ROUNDS);
}, 120_000);

it(`${CHECKS} parallel first checks of one unit through two processes have one first, in ${ROUNDS} rounds`, async () => {
  for (const { scan } of packs) {
    const sent = await loader.burst({ targets: fleet.apis, scans: [scan], requests: CHECKS });
    const numbers = sent.map(({ number }) => number ?? 0).sort((a, b) => a - b);
    expect(numbers).toEqual(upTo(CHECKS));
  }
  const kept = await keptUnits(fleet.ctx);
  expect(packs.map(({ index }) => kept.get(index))).toEqual(
    packs.map(() => ({ n: CHECKS, events: upTo(CHECKS) })),
  );
  report(`${ROUNDS} rounds of ${CHECKS} first checks by two processes: one first each, total ${CHECKS}`);
}, 300_000);
