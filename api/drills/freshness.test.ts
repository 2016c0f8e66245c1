import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../src/decisions/index.ts';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { OPERATOR, startService, type TestService } from '../test/support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf, WORDS, type World } from '../test/support/world.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { type LoweringChange, prepareChanges } from './support/lowering-changes.ts';
import { faultsOf, observeChanges, tellOf } from './support/observe-changes.ts';
import { size } from './support/size.ts';

const CHANGES = size({ small: 12, full: 200 });
const BY_COMMAND = size({ small: 2, full: 14 });

describe('while checks run over HTTP', () => {
  const atEnd = atTheEnd();
  let database: TestDatabase;
  let fleet: Fleet;
  let changes: LoweringChange[];
  beforeAll(async () => {
    database = await createDatabase();
    atEnd(() => database.drop());
    fleet = await startFleet(database, { apis: 1 });
    atEnd(() => fleet.close());
    changes = await prepareChanges(fleet.ctx, CHANGES + BY_COMMAND);
  }, 300_000);

  it(`of ${CHANGES} changes by another process none is followed by an old answer after 2 s`, async () => {
    const some = changes.slice(0, CHANGES);
    const observed = await observeChanges(some, fleet.apis, (verb, input) => fleet.change(verb, input));
    tellOf(observed);
    expect(faultsOf(observed)).toEqual([]);
  }, 600_000);

  it(`nor of ${BY_COMMAND} changes by the operator's command`, async () => {
    const some = changes.slice(CHANGES);
    const observed = await observeChanges(some, fleet.apis, (verb, input) => fleet.command(verb, input));
    tellOf(observed);
    expect(faultsOf(observed)).toEqual([]);
  }, 600_000);
});

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
