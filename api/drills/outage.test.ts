import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { startEmbeddedDatabase } from '../src/embedded-database/index.ts';
import { openFolder } from '../test/support/open-folder.ts';
import { atTheEnd } from './support/at-the-end.ts';
import type { ApiProcess } from './support/api-process.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { signalFamily } from './support/freeze.ts';
import { type LoweringChange, prepareChanges } from './support/lowering-changes.ts';
import { report, size } from './support/size.ts';
import { ask, computedAt, isUnavailable, type Reply, type Watch, watch } from './support/watch.ts';

const STOPS = size({ small: 1, full: 5 });
const PAUSES = size({ small: 2, full: 20 });
/** R6. */
const BOUND_MS = 2_000;
const LANES = 4;

const dataDir = openFolder('assay-outage-');
const atEnd = atTheEnd();
let database: Awaited<ReturnType<typeof startEmbeddedDatabase>>;
let fleet: Fleet;
let api: ApiProcess;
let units: LoweringChange[];
let products: LoweringChange[];

beforeAll(async () => {
  atEnd(() => rmSync(dataDir, { recursive: true }));
  database = await startEmbeddedDatabase({ dataDir, onTrouble: (message) => report(message) });
  atEnd(() => database.stop());
  await migrate(database.ownerUrl);
  fleet = await startFleet(database, { apis: 1 });
  atEnd(() => fleet.close());
  api = fleet.apis[0]!;
  const changes = await prepareChanges(fleet.ctx, 7 * (STOPS + PAUSES + 1));
  units = changes.filter(({ kind }) => kind === 'decision on a serial');
  products = changes.filter(({ kind }) => kind === 'decision on a product');
}, 180_000);

it(`a frozen PostgreSQL is followed by 503 alone, never by an old answer, and is found again (${STOPS} times)`, async () => {
  for (let round = 0; round < STOPS; round++) {
    const pair = nextPair();
    const watches = await watchAll(pair);
    const decided: number[] = [];
    for (const { verb, input } of pair) decided.push(await fleet.change(verb, input));
    signalFamily(database.pid, 'SIGSTOP');
    const frozen = Date.now();
    await sleep(BOUND_MS + 2_000);
    const replies = watches.map((one) => [...one.replies]);
    const [ready, alive] = await Promise.all(
      ['readyz', 'livez'].map((path) => fetch(`${api.origin}/${path}`)),
    );
    expect([ready!.status, ready!.headers.get('retry-after'), alive!.status]).toEqual([503, '2', 200]);
    signalFamily(database.pid, 'SIGCONT');
    await untilNew(pair);
    await stopAll(watches);

    for (const [n, change] of pair.entries()) {
      const late = replies[n]!.filter(({ sent }) => sent > frozen + BOUND_MS);
      expect(late.length).toBeGreaterThan(0);
      expect(late.filter((reply) => !isUnavailable(reply))).toEqual([]);
      expect(oldAfter(watches[n]!, change, decided[n]!)).toEqual([]);
    }
    report(
      `frozen: ${replies.flat().filter(isUnavailable).length} times 503, no old answer after ${BOUND_MS} ms`,
    );
  }
}, 120_000);

it(`an api that was paused longer than its lease never answers from before (${PAUSES} times)`, async () => {
  let answered = 0;
  for (let round = 0; round < PAUSES; round++) {
    const pair = nextPair();
    const watches = await watchAll(pair);
    api.signal('SIGSTOP');
    const paused = Date.now();
    const decided: number[] = [];
    for (const { verb, input } of pair) decided.push(await fleet.change(verb, input));
    await sleep(Math.max(0, decided.at(-1)! + BOUND_MS + 100 - Date.now()));
    api.signal('SIGCONT');
    await untilNew(pair);
    await stopAll(watches);
    for (const [n, change] of pair.entries()) {
      expect(oldAfter(watches[n]!, change, decided[n]!)).toEqual([]);
      answered += watches[n]!.replies.filter((reply) => (computedAt(reply) ?? 0) > paused).length;
    }
  }
  report(`${PAUSES} pauses: ${answered} answers computed after waking, none of them old`);
}, 240_000);

it('a killed PostgreSQL that is started again is found again, and what was decided just before holds', async () => {
  const pair = nextPair();
  const watches = await watchAll(pair);
  const decided: number[] = [];
  for (const { verb, input } of pair) decided.push(await fleet.change(verb, input));
  process.kill(database.pid, 'SIGKILL');
  await untilNew(pair);
  await stopAll(watches);
  for (const [n, change] of pair.entries()) {
    expect(watches[n]!.replies.filter((reply) => !reply.answer && !isUnavailable(reply))).toEqual([]);
    expect(oldAfter(watches[n]!, change, decided[n]!)).toEqual([]);
  }
  expect((await fetch(`${api.origin}/readyz`)).status).toBe(200);
}, 90_000);

/** A unit and a product that nobody has decided on yet. */
const nextPair = () => [units.pop()!, products.pop()!];

/** Watches, once each code was answered as of before. */
async function watchAll(changes: readonly LoweringChange[]): Promise<Watch[]> {
  const watches = changes.map(({ scan }) => watch(api.origin, scan, { lanes: LANES }));
  const seen = (one: Watch, { isOld }: LoweringChange) =>
    one.replies.some(({ answer }) => answer && isOld(answer));
  await expect.poll(() => watches.every((one, n) => seen(one, changes[n]!)), { timeout: 30_000 }).toBe(true);
  return watches;
}

async function stopAll(watches: readonly Watch[]): Promise<void> {
  await Promise.all(watches.map((one) => one.stop()));
}

/** Resolves when every code is answered as of now. */
async function untilNew(changes: readonly LoweringChange[]): Promise<void> {
  for (const { scan, isOld } of changes) {
    const isNew = async () => {
      const { answer } = await ask(api.origin, scan);
      return answer !== undefined && !isOld(answer);
    };
    await expect.poll(isNew, { timeout: 30_000 }).toBe(true);
  }
}

/** Old answers that were computed later than the bound after the change. */
function oldAfter({ replies }: Watch, { isOld }: LoweringChange, at: number): Reply[] {
  return replies.filter((reply) => reply.answer && isOld(reply.answer) && computedAt(reply)! > at + BOUND_MS);
}
