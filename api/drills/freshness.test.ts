import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../src/decisions/index.ts';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { OPERATOR, startService, type TestService } from '../test/support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf, WORDS, type World } from '../test/support/world.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { type LoweringChange, prepareChanges } from './support/lowering-changes.ts';
import { report, size } from './support/size.ts';
import { computedAt, type Reply, watch } from './support/watch.ts';

const CHANGES = size({ small: 12, full: 200 });
const BY_COMMAND = size({ small: 2, full: 14 });
const AT_ONCE = 10;
/** R6. */
const BOUND_MS = 2_000;

describe('while checks run over HTTP', () => {
  let database: TestDatabase;
  let fleet: Fleet;
  let changes: LoweringChange[];
  beforeAll(async () => {
    database = await createDatabase();
    fleet = await startFleet(database, { apis: 1 });
    changes = await prepareChanges(fleet.ctx, CHANGES + BY_COMMAND);
  }, 300_000);
  afterAll(async () => {
    await fleet.close();
    await database.drop();
  });

  it(`of ${CHANGES} changes by another process none is followed by an old answer after 2 s`, async () => {
    const observed = await observeAll(changes.slice(0, CHANGES), (verb, input) => fleet.change(verb, input));
    expect(faultsOf(observed)).toEqual([]);
  }, 600_000);

  it(`nor of ${BY_COMMAND} changes by the operator's command`, async () => {
    const observed = await observeAll(changes.slice(CHANGES), (verb, input) => fleet.command(verb, input));
    expect(faultsOf(observed)).toEqual([]);
  }, 600_000);

  /** Each scope by itself: where units are checked too, their counts tell of a change before the clock is read. */
  async function observeAll(all: LoweringChange[], run: Fleet['change']): Promise<Observed[]> {
    const observed: Observed[] = [];
    for (const scope of ['unit', 'product'] as const) {
      const ofScope = all.filter((change) => change.scope === scope);
      for (let first = 0; first < ofScope.length; first += AT_ONCE)
        observed.push(...(await observeGroup(ofScope.slice(first, first + AT_ONCE), run)));
    }
    tell(observed);
    return observed;
  }

  /** Makes a few changes one after the other while each is watched, until well after the bound. */
  async function observeGroup(group: LoweringChange[], run: Fleet['change']): Promise<Observed[]> {
    const watches = group.map(({ scan }) => watch(fleet.apis[0]!.origin, scan));
    const allAnswered = () => watches.every(({ replies }) => replies.some(({ answer }) => answer));
    await expect.poll(allAnswered, { timeout: 20_000 }).toBe(true);
    const acknowledged: number[] = [];
    for (const { verb, input } of group) acknowledged.push(await run(verb, input));
    await sleep(BOUND_MS + 500);
    await Promise.all(watches.map((one) => one.stop()));
    return group.map((change, n) => observe(change, acknowledged[n]!, watches[n]!.replies));
  }
});

interface Observed {
  kind: string;
  scope: LoweringChange['scope'];
  /** Milliseconds from the commit's acknowledgement until the last old answer was computed, and received. */
  computed: number;
  received: number;
  /** Old answers to checks that were sent after the acknowledgement. */
  askedLater: number;
  hadOld: boolean;
  endsNew: boolean;
}

function observe({ kind, scope, isOld }: LoweringChange, at: number, replies: Reply[]): Observed {
  const old = replies.filter(({ answer }) => answer && isOld(answer));
  const since = (times: (number | undefined)[]) => Math.max(0, ...times.map((time) => (time ?? at) - at));
  const answers = replies.filter(({ answer }) => answer);
  return {
    kind,
    scope,
    computed: since(old.map(computedAt)),
    received: since(old.map((reply) => reply.received)),
    askedLater: old.filter(({ sent }) => sent > at).length,
    hadOld: old.some((reply) => computedAt(reply)! <= at),
    endsNew: answers.length > 0 && !isOld(answers.at(-1)!.answer!),
  };
}

/** R6, and what must hold for the observation to mean something. Unit answers are exact as of their statement. */
function faultsOf(observed: readonly Observed[]): Observed[] {
  return observed.filter(
    ({ hadOld, endsNew, computed, scope, askedLater }) =>
      !hadOld || !endsNew || computed > BOUND_MS || (scope === 'unit' && askedLater > 0),
  );
}

function tell(observed: readonly Observed[]): void {
  for (const scope of ['unit', 'product'] as const) {
    const ofScope = observed.filter((one) => one.scope === scope);
    const spread = (pick: (one: Observed) => number) => {
      const sorted = ofScope.map(pick).sort((a, b) => a - b);
      return `median ${sorted[Math.floor(sorted.length / 2)]} ms, most ${sorted.at(-1)} ms`;
    };
    report(
      `${ofScope.length} changes seen by ${scope} checks; the last old answer after the acknowledgement: ` +
        `computed ${spread((one) => one.computed)}; received ${spread((one) => one.received)}`,
    );
  }
}

describe('a decision that commits in the middle of a check', () => {
  let service: TestService;
  let world: World;
  let serials: string[];
  beforeAll(async () => {
    service = await startService();
    world = await makeWorld(service.ctx);
    serials = await serialsOf(service.ctx, world.range);
    await service.settle();
  });
  afterAll(() => service.close());

  const decideOn = (serial: string) =>
    decide(service.ctx, OPERATOR, {
      agencyId: world.agency.id,
      target: { kind: 'serial', gtin: GTIN.medicine, serial },
      number: '1/QĐ',
      reason: WORDS,
      signedBy: ['An'],
    });

  it('is in the answer though the clock was read between the facts and the count', async () => {
    const serial = serials[0]!;
    await service.check(dataMatrix({ gtin: GTIN.medicine, serial: serials[1]! }));
    const { observer } = service.checks;
    service.checks.observer = {
      ...observer,
      async observe(observation) {
        await decideOn(serial);
        const observed = await observer.observe(observation);
        await service.settle();
        return observed;
      },
    };
    const answer = await service.check(dataMatrix({ gtin: GTIN.medicine, serial }));
    service.checks.observer = observer;
    expect(answer.verdict).toBe('reported-counterfeit');
  });

  it('is in the answer of a product whose facts were being read', async () => {
    const { source } = service.checks;
    let decided = false;
    service.checks.source = {
      ...source,
      async about(key) {
        const facts = await source.about(key);
        if (!decided) {
          decided = true;
          await decide(service.ctx, OPERATOR, {
            agencyId: world.agency.id,
            target: { kind: 'gtin', gtin: GTIN.soap },
            number: '2/QĐ',
            reason: WORDS,
            signedBy: ['An', 'Bình'],
          });
          await service.settle();
        }
        return facts;
      },
    };
    const answer = await service.check({ text: GTIN.soap, format: 'ean_13' });
    service.checks.source = source;
    expect(answer.verdict).toBe('reported-counterfeit');
  });
});
