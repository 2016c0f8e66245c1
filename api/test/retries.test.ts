import { afterAll, beforeAll, expect, it } from 'vitest';
import { observeUnits } from '../src/checks/observe-units.ts';
import { startService, type TestService } from './support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** Observes attempts of one unit in one group, and tells which check each of them was. */
async function numbersOf(gtin: number, ...attempts: number[]): Promise<number[]> {
  const key = { gtin, epoch: 1, index: 0n };
  const group = attempts.map((attempt) => ({ key, attempt: BigInt(attempt), province: -1, marks: 0 }));
  return (await observeUnits(service.checks.pool, group, 250)).map(({ number }) => number);
}

it('a retry beside new checks in one group keeps its own number', async () => {
  for (const attempt of [1, 2, 3, 4]) await numbersOf(1, attempt);
  expect(await numbersOf(1, 5, 1, 6)).toEqual([5, 1, 6]);
  expect(await numbersOf(1, 2, 7)).toEqual([2, 7]);
});

it('a unit keeps a bounded number of attempts, and a retry beyond them still has a number', async () => {
  const from = (first: number) => Array.from({ length: 255 }, (_, n) => first + n);
  await numbersOf(2, 1);
  await numbersOf(2, ...from(1000), 1);
  await numbersOf(2, ...from(2000), 1);
  expect(await numbersOf(2, ...from(3000), 1)).toEqual([...from(512), 254]);
  const { rows } = await service.checks.pool.query<{ kept: number }>(
    'select cardinality(attempts) as kept from app.unit where gtin = 2',
  );
  expect(rows).toEqual([{ kept: 512 }]);
});
