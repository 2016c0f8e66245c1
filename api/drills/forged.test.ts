import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from '../test/support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from '../test/support/world.ts';
import { countStatements } from './support/count-statements.ts';
import { forgedSerial } from './support/forgeries.ts';
import { inParallel, outcomeOf } from './support/outcome.ts';
import { randomFrom } from './support/random.ts';
import { report, size } from './support/size.ts';

const FORGED = size({ small: 500, full: 10_000 });
const random = randomFrom(7);

let service: TestService;
let serials: string[];
beforeAll(async () => {
  service = await startService({
    env: { FACTS_TTL_SECONDS: '3600', SUMS_FLUSH_MS: '60000', LEASE_QUERY_TIMEOUT_MS: '1000' },
  });
  const world = await makeWorld(service.ctx);
  serials = await serialsOf(service.ctx, world.range);
  await service.settle();
});
afterAll(() => service.close());

const scan = (serial: string) => dataMatrix({ gtin: GTIN.medicine, serial });
const forged = () => scan(forgedSerial(random));

it(`${FORGED} forged serials read no table: once the product is known they cost no statement at all`, async () => {
  await service.check(forged());
  const requests = Array.from({ length: FORGED }, forged);
  const statements = await countStatements(async () => {
    const outcomes = await inParallel(requests, 16, (request) => outcomeOf(service.app, request));
    expect(outcomes.filter(({ name }) => name !== 'unknown serial-not-issued')).toEqual([]);
  });
  expect(statements).toEqual([]);
  report(`${FORGED} forged serials: ${statements.length} statements`);
}, 120_000);

it('a genuine serial beside them costs one statement, and forged ones are kept as one sum', async () => {
  expect(await countStatements(() => service.check(scan(serials[0]!)).then(() => undefined))).toEqual([
    'observe-units',
  ]);
  await service.checks.sums.flush();
  const { rows } = await service.ctx.db.$client.query<{ n: number }>(
    "select sum(n)::int4 as n from app.check_sum where reason = 'serial-not-issued'",
  );
  expect(rows[0]?.n).toBeGreaterThan(FORGED);
  const units = await service.ctx.db.$client.query('select from app.unit');
  expect(units.rowCount).toBe(1);
});
