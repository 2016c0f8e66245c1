import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckRequest } from '@assay/contract';
import { startService, type TestService } from '../test/support/service.ts';
import { type AdversaryWorld, makeAdversaryWorld } from './support/adversary-world.ts';
import { attacksOn } from './support/attacks.ts';
import { genuineReadings } from './support/genuine.ts';
import { inParallel, outcomeOf } from './support/outcome.ts';
import { CARRIERS, OWN_HOST } from './support/packs.ts';
import { randomFrom } from './support/random.ts';
import { report, size } from './support/size.ts';

const CHECKS = size({ small: 600, full: 10_000 });
const WIDTH = 16;
const SEED = 20_260_413;
const random = randomFrom(SEED);

let service: TestService;
let world: AdversaryWorld;

beforeAll(async () => {
  service = await startService({
    env: { QUERY_TIMEOUT_MS: '20000', LOCK_TIMEOUT_MS: '10000', LEASE_QUERY_TIMEOUT_MS: '1000' },
  });
  world = await makeAdversaryWorld(service.ctx, random);
  await service.settle();
  await makeHistoriesOfCopies();
}, 180_000);
afterAll(() => service.close());

it(`of ${CHECKS} adversarial codes none is authentic, and each is answered for its own reason`, async () => {
  const attacks = Object.entries(attacksOn(world, random));
  const asked = Array.from({ length: CHECKS }, (_, n) => {
    const [kind, { make, outcomes }] = attacks[n % attacks.length]!;
    return { kind, outcomes, request: make() };
  });
  const got = await askAll(asked);
  tell(got);
  const authentic = got.filter(({ name }) => name.startsWith('authentic'));
  expect(authentic).toEqual([]);
  expect(got.filter(({ outcomes, name }) => !outcomes.includes(name))).toEqual([]);
}, 600_000);

it(`of ${CHECKS} genuine codes all are authentic, as the unit that they are`, async () => {
  const readings = Object.entries(genuineReadings(world, random));
  const asked = Array.from({ length: CHECKS }, (_, n) => {
    const [kind, make] = readings[n % readings.length]!;
    return { kind, outcomes: ['authentic code-registered'], request: make() };
  });
  const got = await askAll(asked);
  tell(got);
  expect(got.filter(({ name, scope }) => name !== 'authentic code-registered' || scope !== 'unit')).toEqual(
    [],
  );
}, 600_000);

interface Asked {
  kind: string;
  outcomes: readonly string[];
  request: CheckRequest;
}

function askAll(asked: readonly Asked[]) {
  return inParallel(asked, WIDTH, async (one) => {
    const outcome = await outcomeOf(service.app, one.request);
    return { ...one, name: outcome.name, scope: 'answer' in outcome ? outcome.answer.scope : undefined };
  });
}

/** Enough checks of a code in enough provinces to make it look copied. */
async function makeHistoriesOfCopies(): Promise<void> {
  const areas = ['01', '79', '48', '31', '92', '04'];
  const scans = world.copied.flatMap(({ gtin, serial }) =>
    Array.from({ length: 18 }, (_, n) => ({
      ...CARRIERS['DataMatrix with its identifier']!({ gtin, serial }, OWN_HOST),
      place: { area: areas[n % areas.length]! },
    })),
  );
  await inParallel(scans, WIDTH, (scan) => outcomeOf(service.app, scan));
}

function tell(got: readonly (Asked & { name: string })[]): void {
  const counts = new Map<string, number>();
  for (const { kind, name } of got) {
    const line = `${kind} → ${name}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  report(...[...counts].map(([line, n]) => `${String(n).padStart(6)}  ${line}`));
}
