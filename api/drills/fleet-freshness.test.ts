import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { startRedis, type TestRedis } from '../test/support/redis.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { type FaultProxy, faultProxy } from './support/fault-proxy.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { type LoweringChange, prepareChanges } from './support/lowering-changes.ts';
import { faultsOf, observeChanges, tellOf } from './support/observe-changes.ts';
import { report, size } from './support/size.ts';
import { ask, computedAt, isUnavailable, type Reply, type Watch, watch } from './support/watch.ts';

const APIS = 3;
const CHANGES = size({ small: 8, full: 1_000 });
const HOLES = size({ small: 1, full: 5 });
const PAUSES = size({ small: 1, full: 5 });
const PAUSE_MS = size({ small: 2_200, full: 10_000 });
/** R6. */
const BOUND_MS = 2_000;

describe.each(['without Redis', 'with Redis'])('three processes %s', (how) => {
  const atEnd = atTheEnd();
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  /** The ways of the apis alone: who changes something goes straight. */
  let toPostgres: FaultProxy;
  let toRedis: FaultProxy | undefined;
  let fleet: Fleet;
  let changes: LoweringChange[];
  let spare: LoweringChange[];
  beforeAll(async () => {
    database = await createDatabase();
    atEnd(() => database.drop());
    toPostgres = await faultProxy(database.appUrl);
    atEnd(() => toPostgres.close());
    if (how === 'with Redis') {
      redis = await startRedis();
      atEnd(() => redis?.close());
      toRedis = await faultProxy(redis.url);
      atEnd(() => toRedis?.close());
    }
    fleet = await startFleet(database, {
      apis: APIS,
      envOf: () => ({ DATABASE_URL: toPostgres.url, ...(toRedis ? { REDIS_URL: toRedis.url } : {}) }),
    });
    atEnd(() => fleet.close());
    changes = await prepareChanges(fleet.ctx, CHANGES);
    spare = (await prepareChanges(fleet.ctx, 7 * (2 * HOLES + PAUSES), '9520007')).filter(({ kind }) =>
      kind.startsWith('decision'),
    );
  }, 600_000);

  const change: Fleet['change'] = (verb, input) => fleet.change(verb, input);

  it(`of ${CHANGES} changes none is followed by an old answer anywhere after 2 s`, async () => {
    const observed = await observeChanges(changes, fleet.apis, change);
    report(how);
    tellOf(observed);
    expect(faultsOf(observed)).toEqual([]);
  }, 1_800_000);

  it('nor do processes that start anew with what the others left in Redis answer from before', async () => {
    for (const api of fleet.apis) {
      expect(await api.stop()).toBe(0);
      await api.start();
      for (const { scan, isOld } of changes) {
        const { answer } = await ask(api.origin, scan);
        expect(answer && isOld(answer)).toBe(false);
      }
    }
  }, 600_000);

  it(`a black-holed PostgreSQL is followed by 503 alone, and by new answers when it is back (${HOLES} times)`, async () => {
    let refused = 0;
    for (let round = 0; round < HOLES; round++) {
      const pair = nextPair();
      const watches = await watchAll(pair);
      toPostgres.set({ kind: 'black-hole' });
      const away = Date.now();
      const decided: number[] = [];
      for (const { verb, input } of pair) decided.push(await change(verb, input));
      await sleep(BOUND_MS + 2_000);
      const until = Date.now() - 100;
      toPostgres.set(undefined);
      await untilNew(pair);
      await stopAll(watches);
      for (const { of, replies } of watches) {
        const late = replies.filter(({ sent, received }) => sent > away + BOUND_MS && received < until);
        expect(late.length).toBeGreaterThan(0);
        expect(late.filter((reply) => !isUnavailable(reply))).toEqual([]);
        expect(oldAfter(replies, of, decided[pair.indexOf(of)]!)).toEqual([]);
        refused += late.length;
      }
    }
    report(`${how}, PostgreSQL black-holed ${HOLES} times: ${refused} times 503, no old answer`);
  }, 300_000);

  it(`a black-holed Redis keeps nobody waiting and hides no decision (${HOLES} times)`, async () => {
    let answered = 0;
    for (let round = 0; round < HOLES; round++) {
      const pair = nextPair();
      const watches = await watchAll(pair);
      toRedis?.set({ kind: 'black-hole' });
      const decided: number[] = [];
      for (const { verb, input } of pair) decided.push(await change(verb, input));
      await sleep(BOUND_MS + 500);
      await untilNew(pair);
      toRedis?.set(undefined);
      await sleep(1_500);
      await stopAll(watches);
      for (const { of, replies } of watches) {
        expect(replies.filter(({ status }) => status !== 200)).toEqual([]);
        expect(oldAfter(replies, of, decided[pair.indexOf(of)]!)).toEqual([]);
        answered += replies.length;
      }
    }
    report(`${how}, Redis black-holed ${HOLES} times: ${answered} answers, none of them old`);
  }, 300_000);

  it(`a process that was stopped for ${PAUSE_MS} ms never answers from before (${PAUSES} times)`, async () => {
    let answered = 0;
    for (let round = 0; round < PAUSES; round++) {
      const pair = nextPair();
      const watches = await watchAll(pair);
      const stopped = fleet.apis[round % APIS]!;
      stopped.signal('SIGSTOP');
      const paused = Date.now();
      const decided: number[] = [];
      for (const { verb, input } of pair) decided.push(await change(verb, input));
      await sleep(Math.max(0, paused + PAUSE_MS - Date.now()));
      stopped.signal('SIGCONT');
      await untilNew(pair);
      await stopAll(watches);
      for (const { of, replies } of watches) {
        expect(oldAfter(replies, of, decided[pair.indexOf(of)]!)).toEqual([]);
        answered += replies.filter((reply) => (computedAt(reply) ?? 0) > paused).length;
      }
    }
    report(`${how}, stopped ${PAUSES} times for ${PAUSE_MS} ms: ${answered} answers since, none of them old`);
  }, 300_000);

  /** A unit and a product that nobody has decided on yet. */
  function nextPair(): LoweringChange[] {
    return ['unit', 'product'].map((scope) => {
      const at = spare.findIndex((one) => one.scope === scope);
      return spare.splice(at, 1)[0]!;
    });
  }

  type Watched = Watch & { of: LoweringChange };

  /** Watches both at every process, once each was answered as of before. */
  async function watchAll(pair: readonly LoweringChange[]): Promise<Watched[]> {
    const watches = pair.flatMap((of) =>
      fleet.apis.map(({ origin }) => ({ of, ...watch(origin, of.scan, { lanes: 2 }) })),
    );
    const isSeen = ({ of, replies }: Watched) => replies.some(({ answer }) => answer && of.isOld(answer));
    await expect.poll(() => watches.every(isSeen), { timeout: 30_000 }).toBe(true);
    return watches;
  }

  /** Resolves when every process answers both as of now. */
  async function untilNew(pair: readonly LoweringChange[]): Promise<void> {
    for (const { scan, isOld } of pair)
      for (const { origin } of fleet.apis) {
        const isNew = async () => {
          const { answer } = await ask(origin, scan);
          return answer !== undefined && !isOld(answer);
        };
        await expect.poll(isNew, { timeout: 30_000 }).toBe(true);
      }
  }
});

const stopAll = (watches: readonly Watch[]) => Promise.all(watches.map((one) => one.stop()));

/** Old answers that were computed later than the bound after the change. */
function oldAfter(replies: readonly Reply[], { isOld }: LoweringChange, at: number): Reply[] {
  return replies.filter((reply) => reply.answer && isOld(reply.answer) && computedAt(reply)! > at + BOUND_MS);
}
