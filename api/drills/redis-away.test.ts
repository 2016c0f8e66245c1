import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { startRedis, type TestRedis } from '../test/support/redis.ts';
import { dataMatrix, GTIN, makeWorld, WORDS } from '../test/support/world.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { expectExactlyOnce } from './support/exactly-once.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { type FreshPack, issuePacks } from './support/issue-packs.ts';
import type { Sent } from './support/load-order.ts';
import { type Loader, startLoader } from './support/loader.ts';
import { report, size } from './support/size.ts';
import { percentile, sumUp } from './support/sum-up.ts';

const FROZEN_MS = size({ small: 1_500, full: 30_000 });
const AROUND_MS = size({ small: 500, full: 5_000 });
/** The tests run beside others on a busy machine. */
const P99_MS = size({ small: 5_000, full: 300 });
const SETTINGS = { QUERY_TIMEOUT_MS: '5000', LOCK_TIMEOUT_MS: '4000', LEASE_QUERY_TIMEOUT_MS: '1000' };

const atEnd = atTheEnd();
let database: TestDatabase;
let redis: TestRedis;
let fleet: Fleet;
let loader: Loader;
let packs: FreshPack[];
beforeAll(async () => {
  database = await createDatabase();
  atEnd(() => database.drop());
  redis = await startRedis();
  atEnd(() => redis.close());
  fleet = await startFleet(database, { apis: 2, env: { ...SETTINGS, REDIS_URL: redis.url } });
  atEnd(() => fleet.close());
  const world = await makeWorld(fleet.ctx);
  packs = await issuePacks(fleet.ctx, world, 500);
  await fleet.change('decide', {
    agencyId: world.agency.id,
    target: { kind: 'gtin', gtin: GTIN.soap },
    number: '1/QĐ',
    reason: WORDS,
    signedBy: ['An', 'Bình'],
  });
  await sleep(2_000);
  loader = await startLoader();
  atEnd(() => loader.close());
}, 120_000);

it(`Redis frozen for ${FROZEN_MS} ms, killed, and back empty: no failed check, no wrong answer, none late`, async () => {
  const forged = dataMatrix({ gtin: GTIN.medicine, serial: '0000000000000' });
  const others = [
    { scan: { text: GTIN.soap, format: 'ean_13' as const }, verdict: 'reported-counterfeit' },
    { scan: forged, verdict: 'unknown' },
  ];
  const scans = [...packs.map(({ scan }) => scan), ...others.map(({ scan }) => scan)];
  const load = await loader.begin({ targets: fleet.apis, scans, connections: 16, pauseMs: 20 });
  await sleep(AROUND_MS);
  redis.signal('SIGSTOP');
  await sleep(FROZEN_MS);
  redis.signal('SIGCONT');
  await sleep(AROUND_MS);
  await redis.kill();
  await sleep(AROUND_MS);
  await redis.restart();
  await sleep(AROUND_MS);
  const sent = await load.stop();

  expect(sent.filter(({ status }) => status !== 200)).toEqual([]);
  const expected = ({ scan }: Sent) => others[scan - packs.length]?.verdict ?? 'authentic';
  expect(sent.filter((one) => one.verdict !== expected(one))).toEqual([]);
  const ofPacks = sent.filter(({ scan }) => scan < packs.length);
  await expectExactlyOnce(fleet.ctx, packs, ofPacks);
  const took = sent.map((one) => one.took);
  expect(percentile(took, 0.99)).toBeLessThan(P99_MS);
  report(`Redis frozen for ${FROZEN_MS} ms, killed, back empty: ${sumUp(sent)}`);
}, 120_000);
