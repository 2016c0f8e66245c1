import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commission, issueCodes, rotateEpoch, withdrawCodes } from '../src/codes/index.ts';
import type { Ctx } from '../src/context.ts';
import type { RangeState } from '@assay/contract';
import { Refused } from '../src/refused.ts';
import { addProduct, openBatch } from '../src/registry/index.ts';
import { OPERATOR, startService, type TestService } from '../test/support/service.ts';
import { makeWorld, WORDS, type World } from '../test/support/world.ts';
import { gtinOf } from './support/packs.ts';
import { report, size } from './support/size.ts';

const RUNS = size({ small: 12, full: 300 });
const ROUNDS = size({ small: 1, full: 20 });
const SEED = 31;
const MOST_INDEX = 80;

let service: TestService;
let ctx: Ctx;
let world: World;
beforeAll(async () => {
  service = await startService();
  ({ ctx } = service);
  world = await makeWorld(ctx);
});
afterAll(() => service.close());

let items = 500;
const newProduct = () =>
  addProduct(ctx, OPERATOR, {
    makerId: world.maker.id,
    gtin: gtinOf('9520001', ++items),
    name: 'Hàng',
    category: 'medicine',
    pack: 'box',
    coding: 'unit-codes',
  });

interface Row {
  first: number;
  last: number;
  state: RangeState;
  batch: number | null;
}

async function rowsOf(productId: string): Promise<Row[]> {
  const { rows } = await ctx.db.execute<Row & Record<string, unknown>>(sql`
    select first::float8 as first, last::float8 as last, state, batch_id as batch
    from app.code_range where product_id = ${productId} order by epoch, first`);
  return rows.map(({ first, last, state, batch }) => ({ first, last, state, batch }));
}

it(`20 issues at the same time give out every index once, in ${ROUNDS} rounds`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { id } = await newProduct();
    const quantities = Array.from({ length: 20 }, (_, n) => 1 + ((n * 37) % 90));
    const issued = await Promise.all(
      quantities.map((quantity) => issueCodes(ctx, OPERATOR, { productId: id, quantity })),
    );
    const sorted = issued.toSorted((a, b) => a.first - b.first);
    expect(sorted.map(({ epoch }) => epoch)).toEqual(sorted.map(() => 1));
    expect(sorted.map(({ first }) => first)).toEqual([0, ...sorted.slice(0, -1).map(({ last }) => last + 1)]);
    expect(issued.map(({ first, last }) => last - first + 1)).toEqual(quantities);
    expect(sorted.map(({ first, last }) => [first, last])).toEqual(
      (await rowsOf(id)).map(({ first, last }) => [first, last]),
    );
  }
}, 120_000);

it('a rotation in the middle of parallel issues leaves every index of either epoch given out once', async () => {
  const { id } = await newProduct();
  const issue = () => issueCodes(ctx, OPERATOR, { productId: id, quantity: 10 });
  const rotate = () => rotateEpoch(ctx, OPERATOR, { productId: id, why: 'drill' });
  await Promise.all([issue(), rotate(), issue(), issue(), rotate(), issue(), issue()]);
  const { rows } = await ctx.db.execute<{ issued: number; next: number }>(sql`
    select count(*)::int4 * 10 as issued, (select next_index::int4 from app.epoch e
      where e.product_id = r.product_id and e.number = r.epoch) as next
    from app.code_range r where product_id = ${id} group by product_id, epoch`);
  expect(rows.filter(({ issued, next }) => issued !== next)).toEqual([]);
  expect(rows.reduce((sum, { issued }) => sum + issued, 0)).toBe(50);
});

it('parts of one range that change at the same time all change', async () => {
  const { id } = await newProduct();
  const { id: batchId } = await openBatch(ctx, OPERATOR, { productId: id, lot: 'P1' });
  await issueCodes(ctx, OPERATOR, { productId: id, quantity: 200 });
  const runs = Array.from({ length: 20 }, (_, n) => ({ epoch: 1, first: n * 10, last: n * 10 + 4 }));
  await Promise.all(
    runs.map((run, n) =>
      n % 2
        ? commission(ctx, OPERATOR, { batchId, ranges: [run] })
        : withdrawCodes(ctx, OPERATOR, { productId: id, ...run, state: 'withdrawn', reason: WORDS }),
    ),
  );
  const states = (await rowsOf(id)).flatMap(spread).map(({ state }) => state);
  const count = (wanted: RangeState) => states.filter((state) => state === wanted).length;
  expect([states.length, count('active'), count('withdrawn'), count('reserved')]).toEqual([200, 50, 50, 100]);
});

/** What one index is: a model of the ranges, index by index. */
type Unit = Pick<Row, 'state' | 'batch'>;

const anyRun = fc
  .tuple(fc.nat(MOST_INDEX), fc.nat(MOST_INDEX))
  .map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));
const anyStep = fc.oneof(
  fc.record({
    act: fc.constant('issue' as const),
    quantity: fc.integer({ min: 1, max: 25 }),
    intoLot: fc.boolean(),
  }),
  fc.record({ act: fc.constant('commission' as const), run: anyRun, lot: fc.nat(1) }),
  fc.record({
    act: fc.constant('withdraw' as const),
    run: anyRun,
    state: fc.constantFrom('withdrawn' as const, 'exported' as const, 'destroyed' as const),
  }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;

it(`however codes are issued, commissioned and withdrawn, ranges cover exactly what was issued (${RUNS} runs)`, async () => {
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 12 }), async (sequence) => {
      const { id } = await newProduct();
      const lots: number[] = [];
      for (const lot of ['L1', 'L2']) lots.push((await openBatch(ctx, OPERATOR, { productId: id, lot })).id);
      let model: Unit[] = [];
      for (const step of sequence) {
        const expected = after(model, step, lots);
        const done = await attempt(() => perform(id, step, lots));
        expect({ step, done }).toEqual({ step, done: expected !== undefined });
        model = expected ?? model;
        const rows = await rowsOf(id);
        expect(rows.map(({ first }) => first)).toEqual(
          rows.map((_, at) => (at === 0 ? 0 : rows[at - 1]!.last + 1)),
        );
        expect(rows.flatMap(spread)).toEqual(model);
        steps += 1;
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  report(`${RUNS} runs, ${steps} steps: ranges as in the model after each`);
}, 600_000);

const spread = ({ first, last, state, batch }: Row): Unit[] =>
  Array.from({ length: last - first + 1 }, () => ({ state, batch }));

async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

async function perform(productId: string, step: Step, lots: readonly number[]): Promise<unknown> {
  switch (step.act) {
    case 'issue': {
      const lot = step.intoLot ? { batchId: lots[0]! } : {};
      return issueCodes(ctx, OPERATOR, { productId, quantity: step.quantity, ...lot });
    }
    case 'commission':
      return commission(ctx, OPERATOR, { batchId: lots[step.lot]!, ranges: [{ epoch: 1, ...step.run }] });
    case 'withdraw': {
      const { run, state } = step;
      return withdrawCodes(ctx, OPERATOR, { productId, epoch: 1, ...run, state, reason: WORDS });
    }
  }
}

/** The model after a step, or undefined where the step must be refused and change nothing. */
function after(model: readonly Unit[], step: Step, lots: readonly number[]): Unit[] | undefined {
  if (step.act === 'issue') {
    const unit: Unit = step.intoLot
      ? { state: 'active', batch: lots[0]! }
      : { state: 'reserved', batch: null };
    return [...model, ...Array.from({ length: step.quantity }, () => unit)];
  }
  if (step.run.last >= model.length) return undefined;
  const changed = model.map((unit, index) =>
    index < step.run.first || index > step.run.last ? unit : afterUnit(unit, step, lots),
  );
  return changed.some((unit) => unit === undefined) ? undefined : (changed as Unit[]);
}

function afterUnit(
  unit: Unit,
  step: Exclude<Step, { act: 'issue' }>,
  lots: readonly number[],
): Unit | undefined {
  if (step.act === 'commission') {
    const batch = lots[step.lot]!;
    if (unit.state === 'active' && unit.batch === batch) return unit;
    return unit.state === 'reserved' ? { state: 'active', batch } : undefined;
  }
  if (unit.state === step.state) return unit;
  if (unit.state === 'destroyed' || (unit.state === 'withdrawn' && step.state === 'exported'))
    return undefined;
  return { ...unit, state: step.state };
}
