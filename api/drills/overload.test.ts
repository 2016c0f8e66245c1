import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { makeWorld } from '../test/support/world.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { type FreshPack, issuePacks } from './support/issue-packs.ts';
import type { Sent } from './support/load-order.ts';
import { type Loader, startLoader } from './support/loader.ts';
import { report, size } from './support/size.ts';
import { sumUp } from './support/sum-up.ts';

const SECONDS = size({ small: 1, full: 10 });
const ROUNDS = size({ small: 1, full: 5 });
const CONNECTIONS = 64;
const MOST_CONNECTIONS = size({ small: 400, full: 4_000 });
const TIMES = 5;
/** Of what it answers when it is asked as much as it can take. A test run shares the machine with others. */
const GOODPUT = size({ small: 0.2, full: 0.8 });

const atEnd = atTheEnd();
let database: TestDatabase;
let fleet: Fleet;
let loader: Loader;
let packs: FreshPack[];
beforeAll(async () => {
  database = await createDatabase();
  atEnd(() => database.drop());
  fleet = await startFleet(database, { apis: 1 });
  atEnd(() => fleet.close());
  packs = await issuePacks(fleet.ctx, await makeWorld(fleet.ctx), 10_000);
  loader = await startLoader();
  atEnd(() => loader.close());
}, 120_000);

it(`asked ${TIMES} times as much as it can, a process answers nearly as much as it can, and refuses the rest at once`, async () => {
  const scans = packs.map(({ scan }) => scan);
  const most: number[] = [];
  const under: number[] = [];
  const all: Sent[] = [];
  await run({ scans, connections: CONNECTIONS });
  for (let round = 0; round < ROUNDS; round++) {
    const capacity = goodput(await run({ scans, connections: CONNECTIONS }));
    most.push(capacity);
    const rate = Math.round(capacity * TIMES);
    const sent = await run({ scans, connections: MOST_CONNECTIONS, rate });
    under.push(goodput(sent));
    for (const one of sent) all.push(one);
  }
  report(
    `${ROUNDS} rounds of ${SECONDS} s: answers a second ${most.map(Math.round).join(', ')}; asked ${TIMES} times as much ${under.map(Math.round).join(', ')}`,
    sumUp(all),
  );
  expect(all.filter(({ status }) => ![200, 429, 503].includes(status))).toEqual([]);
  expect(all.filter(({ status, retryAfter }) => status !== 200 && retryAfter === undefined)).toEqual([]);
  expect(median(under) / median(most)).toBeGreaterThanOrEqual(GOODPUT);
}, 300_000);

async function run(order: {
  scans: FreshPack['scan'][];
  connections: number;
  rate?: number;
}): Promise<Sent[]> {
  const load = await loader.begin({ targets: fleet.apis, ...order });
  await sleep(SECONDS * 1_000);
  return load.stop();
}

/** Checks that were answered, a second. */
function goodput(sent: readonly Sent[]): number {
  const answered = sent.filter(({ status }) => status === 200);
  const first = sent.reduce((least, { at }) => Math.min(least, at), Infinity);
  const last = answered.reduce((most, { at, took }) => Math.max(most, at + took), 0);
  return (answered.length * 1_000) / (last - first);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
