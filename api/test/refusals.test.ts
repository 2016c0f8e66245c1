import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commission,
  importCodes,
  issueCodes,
  revokeEpoch,
  rotateEpoch,
  withdrawCodes,
} from '../src/codes/index.ts';
import type { Ctx } from '../src/context.ts';
import { decide, reportCodes, type Target, warn, withdraw } from '../src/decisions/index.ts';
import { Refused } from '../src/refused.ts';
import {
  addProduct,
  liftRecall,
  openBatch,
  recallBatch,
  registerMaker,
  restoreMaker,
  suspendMaker,
  verifyMaker,
} from '../src/registry/index.ts';
import { addDays, dayOf } from '../src/today.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { GTIN, makeWorld, serialsOf, WORDS, type World } from './support/world.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const TWO = ['An', 'Bình'];

let service: TestService;
let ctx: Ctx;
let world: World;
beforeAll(async () => {
  service = await startService();
  ({ ctx } = service);
  world = await makeWorld(ctx);
});
afterAll(() => service.close());

/** How an error of the database reads through the layers above it. */
const wordsOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.message} ${error.cause === undefined ? '' : wordsOf(error.cause)}`
    : String(error);

/** What a verb did: its refusal, and how much it left behind in spite of it. */
async function outcome(act: () => Promise<unknown>): Promise<string> {
  const before = await traces();
  const said = await act().then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : wordsOf(error).trim()),
  );
  const left = said === 'done' || (await traces()) === before ? '' : ', and left something behind';
  return said + left;
}

/** Everything that a refused verb must leave as it was. */
async function traces(): Promise<string> {
  const { rows } = await ctx.db.execute(sql`select
    (select count(*) from app.audit_entry) as entries, (select v from app.registry_clock) as v,
    (select count(*) from app.prefix) as prefixes, (select count(*) from app.imported_code) as imported,
    (select json_agg(r order by product_id, epoch, first) from app.code_range r)::text as ranges,
    (select sum(next_index) from app.epoch) as taken`);
  return JSON.stringify(rows);
}

/** How two acts at once end, the winner first. */
async function race(...acts: Promise<unknown>[]): Promise<string[]> {
  const ends = acts.map((act) =>
    act.then(
      () => 'done',
      (error: Refused) => error.code,
    ),
  );
  return (await Promise.all(ends)).sort().toReversed();
}

describe('registering a maker', () => {
  const apply = (digits: string, verified = true) =>
    registerMaker(ctx, OPERATOR, {
      name: 'Ai đó',
      prefixes: [digits],
      ...(verified ? { verifiedHow: WORDS } : {}),
    });

  it.each(['', '12', 'abcdefg', '952 0001', '95200010000101'])('refuses the prefix "%s"', async (digits) => {
    expect(await outcome(() => apply(digits))).toBe('invalid');
  });

  it.each(['9520001', '952000100', '95200'])('refuses %s, which meets a proven prefix', async (digits) => {
    expect(await outcome(() => apply(digits))).toBe('conflict');
  });

  it('lets anybody claim a proven prefix, which gives no right, and never verifies the claim', async () => {
    const { id } = await apply('9520001', false);
    expect(await outcome(() => verifyMaker(ctx, OPERATOR, { makerId: id, how: WORDS }))).toBe('conflict');
  });

  it('lets one of two prove a prefix at the same time, whichever is longer', async () => {
    expect(await race(apply('9520501'), apply('9520501'))).toEqual(['done', 'conflict']);
    expect(await race(apply('9520502'), apply('95205021'))).toEqual(['done', 'conflict']);
    const { id } = await apply('9520503', false);
    const verified = verifyMaker(ctx, OPERATOR, { makerId: id, how: WORDS });
    expect(await race(apply('9520503'), verified)).toEqual(['done', 'conflict']);
  });
});

describe('the state of a maker', () => {
  it('changes only from where it is, and upwards only by two people', async () => {
    const { id: makerId } = await registerMaker(ctx, OPERATOR, { name: 'Mới', prefixes: ['9520601'] });
    const suspend = () => suspendMaker(ctx, OPERATOR, { makerId, reason: WORDS });
    const restore = (signedBy = TWO) => restoreMaker(ctx, OPERATOR, { makerId, reason: WORDS, signedBy });
    const verify = () => verifyMaker(ctx, OPERATOR, { makerId, how: WORDS });
    expect(await outcome(() => suspend())).toBe('conflict');
    expect(await outcome(() => restore())).toBe('conflict');
    expect(await outcome(() => verify())).toBe('done');
    expect(await outcome(() => verify())).toBe('conflict');
    expect(await race(suspend(), suspend())).toEqual(['done', 'conflict']);
    for (const signers of [[], ['An'], ['An', ' An '], ['An', '']])
      expect(await outcome(() => restore(signers))).toBe('forbidden');
    expect(await outcome(() => restore())).toBe('done');
  });

  it('is asked of makers that exist', async () => {
    for (const makerId of [NOBODY, world.agency.id]) {
      expect(await outcome(() => suspendMaker(ctx, OPERATOR, { makerId, reason: WORDS }))).toBe('not-found');
      expect(await outcome(() => verifyMaker(ctx, OPERATOR, { makerId, how: WORDS }))).toBe('not-found');
    }
  });
});

describe('listing a product', () => {
  const add = (more: Partial<Parameters<typeof addProduct>[2]>) =>
    addProduct(ctx, OPERATOR, {
      makerId: world.maker.id,
      name: 'Hàng',
      category: 'household',
      pack: 'box',
      coding: 'none',
      ...more,
    });

  it.each([
    ['a wrong check digit', { gtin: '9520001000011' }, 'invalid'],
    ['no digits', { gtin: 'VD-00123-26' }, 'invalid'],
    ["another maker's prefix", { gtin: '9520002000019' }, 'forbidden'],
    ['a GTIN that it lists already', { gtin: '9520001000010' }, 'conflict'],
    ['the same GTIN in 14 digits', { gtin: '09520001000010' }, 'conflict'],
    [
      'barcodes alone for medicine',
      { gtin: '9520001000072', category: 'medicine', coding: 'barcode-only' },
      'forbidden',
    ],
    ['a maker that is none', { makerId: NOBODY, gtin: '9520001000072' }, 'not-found'],
  ] as const)('refuses %s', async (_, input, code) => {
    expect(await outcome(() => add(input))).toBe(code);
  });

  it('lists a GTIN once, also when two ask at the same time', async () => {
    const gtin = '9520001000089';
    expect(await race(add({ gtin }), add({ gtin }))).toEqual(['done', 'conflict']);
  });
});

describe('opening a lot', () => {
  const open = (lot: string, more: { made?: string; expiry?: string; productId?: string } = {}) =>
    openBatch(ctx, OPERATOR, { productId: world.medicine.id, lot, ...more });

  it.each(['A12', 'a-12', 'LOT A 12', 'Lô: a12'])('refuses "%s", which is open as A12', async (lot) => {
    expect(await outcome(() => open(lot))).toBe('conflict');
  });

  it('refuses no lot, a longer one than fits, dates the wrong way round and no product', async () => {
    for (const lot of ['', ' - ', 'X'.repeat(21)]) expect(await outcome(() => open(lot))).toBe('invalid');
    expect(await outcome(() => open('D1', { made: '2026-02-01', expiry: '2026-01-01' }))).toBe('invalid');
    expect(await outcome(() => open('D1', { productId: NOBODY }))).toBe('not-found');
  });

  it('opens a lot once, also when two ask at the same time', async () => {
    expect(await race(open('R77'), open('r-77'))).toEqual(['done', 'conflict']);
  });
});

describe('issuing codes', () => {
  const issue = (quantity: number, more: { productId?: string; batchId?: number } = {}) =>
    issueCodes(ctx, OPERATOR, { productId: world.medicine.id, quantity, ...more });

  it.each([0, -1, 1.5, Number.NaN, 1_000_000_001, Infinity])('refuses %d codes', async (quantity) => {
    expect(await outcome(() => issue(quantity))).toBe('invalid');
  });

  it('refuses products without unit codes, unknown ones, and lots of other products', async () => {
    expect(await outcome(() => issue(1, { productId: world.milk.id }))).toBe('invalid');
    expect(await outcome(() => issue(1, { productId: NOBODY }))).toBe('not-found');
    expect(await outcome(() => issue(1, { productId: world.cream.id, batchId: world.lot.id }))).toBe(
      'conflict',
    );
    expect(await outcome(() => issue(1, { batchId: 999_999 }))).toBe('conflict');
  });

  it('that breaks half-way leaves nothing, and the next goes on where the last ended', async () => {
    const { last } = await issue(5);
    const mend = await breakAt('change');
    expect(await outcome(() => issue(7))).toContain('broken on purpose');
    await mend();
    expect((await issue(3)).first).toBe(last + 1);
  });

  it('has room for eight epochs that are not revoked', async () => {
    const rotate = () => rotateEpoch(ctx, OPERATOR, { productId: world.cream.id, why: 'test' });
    for (let n = 0; n < 8; n++) await rotate();
    expect(await outcome(() => rotate())).toBe('conflict');
    const revoke = (epoch: number) =>
      revokeEpoch(ctx, OPERATOR, { productId: world.cream.id, epoch, reason: WORDS });
    expect(await outcome(() => revoke(1))).toBe('done');
    expect(await outcome(() => revoke(1))).toBe('conflict');
    expect(await outcome(() => revoke(99))).toBe('not-found');
    expect(await outcome(() => rotate())).toBe('done');
  });
});

describe('commissioning', () => {
  let epoch: number;
  let first: number;
  beforeAll(async () => {
    ({ epoch, first } = await issueCodes(ctx, OPERATOR, { productId: world.medicine.id, quantity: 100 }));
  });
  const run = (from: number, to: number) => ({ epoch, first: first + from, last: first + to });
  const put = (input: Partial<Parameters<typeof commission>[2]>) =>
    commission(ctx, OPERATOR, { batchId: world.lot.id, ...input });

  it('sent twice changes nothing the second time', async () => {
    expect(await outcome(() => put({ ranges: [run(0, 9)] }))).toBe('done');
    const ranges = await rangesOf(world.medicine.id);
    expect(await outcome(() => put({ ranges: [run(0, 9)] }))).toBe('done');
    expect(await rangesOf(world.medicine.id)).toEqual(ranges);
  });

  it('refuses codes of another lot, and those that are no longer reserved', async () => {
    const other = await openBatch(ctx, OPERATOR, { productId: world.medicine.id, lot: 'C2' });
    expect(await outcome(() => put({ batchId: other.id, ranges: [run(5, 12)] }))).toBe('conflict');
    const range = { productId: world.medicine.id, ...run(20, 29) };
    await withdrawCodes(ctx, OPERATOR, { ...range, state: 'destroyed', reason: WORDS });
    expect(await outcome(() => put({ ranges: [run(15, 25)] }))).toBe('conflict');
  });

  it('refuses codes that were never issued, and then none of the others is in the lot either', async () => {
    expect(await outcome(() => put({ ranges: [run(30, 39), run(90, 1_000_000)] }))).toBe('not-found');
    expect(await outcome(() => put({ ranges: [{ epoch: 99, first: 0, last: 0 }] }))).toBe('not-found');
    expect(await outcome(() => put({ serials: ['ABCDEFGHJKMNPQRST'] }))).toBe('not-found');
    expect(await outcome(() => put({ batchId: 999_999, ranges: [run(30, 39)] }))).toBe('not-found');
  });

  it('refuses a range that runs backwards', async () => {
    expect(await outcome(() => put({ ranges: [run(39, 30)] }))).toBe('invalid');
  });

  it('takes codes up to 30 days late', async () => {
    const ago = (days: number) => addDays(dayOf(ctx.now(), ctx.timeZone), -days);
    expect(await outcome(() => put({ ranges: [run(40, 49)], activeFrom: ago(31) }))).toBe('invalid');
    expect(await outcome(() => put({ ranges: [run(40, 49)], activeFrom: ago(30) }))).toBe('done');
  });

  it('that breaks half-way leaves every range as it was', async () => {
    const mend = await breakAt('change');
    expect(await outcome(() => put({ ranges: [run(60, 69), run(80, 89)] }))).toContain('broken on purpose');
    await mend();
  });
});

describe('taking codes off the market', () => {
  it('goes one way: withdrawn codes are never exported, destroyed ones stay destroyed', async () => {
    const range = await issueCodes(ctx, OPERATOR, {
      productId: world.medicine.id,
      quantity: 10,
      batchId: world.lot.id,
    });
    const become = (state: 'withdrawn' | 'exported' | 'destroyed') =>
      withdrawCodes(ctx, OPERATOR, { ...range, state, reason: WORDS });
    expect(await outcome(() => become('exported'))).toBe('done');
    expect(await outcome(() => become('withdrawn'))).toBe('done');
    expect(await outcome(() => become('withdrawn'))).toBe('done');
    expect(await outcome(() => become('exported'))).toBe('conflict');
    expect(await outcome(() => become('destroyed'))).toBe('done');
    for (const state of ['withdrawn', 'exported'] as const)
      expect(await outcome(() => become(state))).toBe('conflict');
  });

  it('refuses codes that were never issued, backwards ranges and products that are none', async () => {
    const take = (more: object) =>
      withdrawCodes(ctx, OPERATOR, { ...world.range, state: 'withdrawn', reason: WORDS, ...more });
    expect(await outcome(() => take({ last: 5_000_000 }))).toBe('not-found');
    expect(await outcome(() => take({ first: 9, last: 3 }))).toBe('invalid');
    expect(await outcome(() => take({ productId: NOBODY }))).toBe('not-found');
  });
});

describe('importing codes', () => {
  const take = (csv: Readable, more: { batchId?: number; dryRun?: boolean } = {}) =>
    importCodes(ctx, OPERATOR, { batchId, csv, onRejected: () => undefined, ...more });
  const list = Array.from({ length: 50 }, (_, n) => `X${(n * 7_919_777_777).toString(36).toUpperCase()}`);
  const file = (rows: readonly string[]) => Readable.from([`serial\n${rows.join('\n')}\n`]);
  let batchId: number;
  beforeAll(async () => {
    ({ id: batchId } = await openBatch(ctx, OPERATOR, { productId: world.cream.id, lot: 'I1' }));
  });

  it('refuses lots that are none and products without unit codes', async () => {
    const { id } = await openBatch(ctx, OPERATOR, { productId: world.soap.id, lot: 'S1' });
    expect(await outcome(() => take(file(list), { batchId: id }))).toBe('invalid');
    expect(await outcome(() => take(file(list), { batchId: 999_999 }))).toBe('not-found');
  });

  it('as a dry run tells everything and stores nothing', async () => {
    const before = await traces();
    const result = await take(file(list), { dryRun: true });
    expect(result).toMatchObject({ accepted: 50, rejected: 0 });
    expect(await traces()).toBe(before);
  });

  it('leaves nothing when the file breaks off, is no CSV, or the database fails', async () => {
    const breaking = Readable.from(
      (function* () {
        yield `serial\n${list.join('\n')}\n`;
        throw new Error('the line was cut');
      })(),
    );
    expect(await outcome(() => take(breaking))).toBe('the line was cut');
    expect(await outcome(() => take(file([...list, '"never closed'])))).toBe('invalid');
    const mend = await breakAt('change');
    expect(await outcome(() => take(file(list)))).toContain('broken on purpose');
    await mend();
  });

  it('leaves a code in the lot that had it first', async () => {
    await take(file(list));
    const other = await openBatch(ctx, OPERATOR, { productId: world.cream.id, lot: 'I2' });
    expect(await take(file([...list, 'NEW0000000001']), { batchId: other.id })).toMatchObject({
      accepted: 1,
      already: 0,
      rejected: 50,
    });
  });
});

describe("a maker's report", () => {
  let serials: string[];
  beforeAll(async () => {
    serials = await serialsOf(ctx, world.range);
  });
  const report = (more: Partial<Parameters<typeof reportCodes>[2]>) =>
    reportCodes(ctx, OPERATOR, { productId: world.medicine.id, reason: WORDS, signedBy: ['Chi'], ...more });
  const run = (first: number, last: number) => ({ epoch: world.range.epoch, first, last });

  it('about more than 100 units takes two members, however the units are counted', async () => {
    expect(await outcome(() => report({ serials: serials.slice(0, 101) }))).toBe('forbidden');
    expect(await outcome(() => report({ ranges: [run(0, 59), run(60, 100)] }))).toBe('forbidden');
    expect(await outcome(() => report({ ranges: [run(0, 49)], serials: serials.slice(50, 101) }))).toBe(
      'forbidden',
    );
    expect(await outcome(() => report({ ranges: [run(0, 900), run(900, 1)] }))).toBe('invalid');
    expect(await outcome(() => report({ serials: serials.slice(0, 100) }))).toBe('done');
    expect(await outcome(() => report({ serials: serials.slice(100, 201), signedBy: ['Chi', 'Dũng'] }))).toBe(
      'done',
    );
  });

  it('refuses nothing to block, nobody who signs, makers that are not verified and unknown products', async () => {
    expect(await outcome(() => report({}))).toBe('invalid');
    for (const signedBy of [[], [' ']])
      expect(await outcome(() => report({ serials: serials.slice(0, 1), signedBy }))).toBe('forbidden');
    expect(await outcome(() => report({ productId: world.unproven.id, serials: ['X'] }))).toBe('conflict');
    expect(await outcome(() => report({ productId: NOBODY, serials: ['X'] }))).toBe('not-found');
  });
});

describe('a decision', () => {
  const rule = (target: Target, signedBy = ['An'], agencyId = world.agency.id) =>
    decide(ctx, OPERATOR, { agencyId, target, number: '1/QĐ', reason: WORDS, signedBy });
  const gtin = GTIN.unknown;

  it.each<[string, () => Target]>([
    ['a product', () => ({ kind: 'gtin', gtin })],
    ['a lot', () => ({ kind: 'lot', gtin, lot: 'X1' })],
    ['a registration number', () => ({ kind: 'registration', number: 'VD-1-26' })],
    ['a text', () => ({ kind: 'text', text: 'hello' })],
    ['a registrant', () => ({ kind: 'registrant', makerId: world.maker.id })],
    ['a range as wide as a lot', () => ({ kind: 'range', gtin, epoch: 1, first: 0, last: 100 })],
  ])('about %s takes two officers', async (_, target) => {
    for (const signers of [[], ['An'], ['An', 'An ']])
      expect(await outcome(() => rule(target(), signers))).toBe('forbidden');
    const { id } = await rule(target(), TWO);
    await withdraw(ctx, OPERATOR, { decisionId: id, reason: WORDS, signedBy: TWO });
  });

  it('about single units takes one officer, and an authority', async () => {
    const target: Target = { kind: 'serial', gtin, serial: 'X1' };
    expect(await outcome(() => rule(target, []))).toBe('forbidden');
    expect(await outcome(() => rule(target, ['An'], world.maker.id))).toBe('not-found');
    expect(await outcome(() => rule(target, ['An'], NOBODY))).toBe('not-found');
    expect(await outcome(() => rule(target))).toBe('done');
  });

  it('names what can be printed', async () => {
    expect(await outcome(() => rule({ kind: 'serial', gtin: '9520009999990', serial: 'X' }))).toBe('invalid');
    expect(await outcome(() => rule({ kind: 'lot', gtin, lot: ' - ' }, TWO))).toBe('invalid');
    expect(await outcome(() => rule({ kind: 'range', gtin, epoch: 1, first: 9, last: 3 }, TWO))).toBe(
      'invalid',
    );
    expect(await outcome(() => rule({ kind: 'registrant', makerId: NOBODY }, TWO))).toBe('not-found');
  });

  it('is withdrawn once, by two people', async () => {
    const { id: decisionId } = await rule({ kind: 'serial', gtin, serial: 'X2' });
    const take = (signedBy = TWO) => withdraw(ctx, OPERATOR, { decisionId, reason: WORDS, signedBy });
    for (const signers of [[], ['An'], ['An', 'An']])
      expect(await outcome(() => take(signers))).toBe('forbidden');
    expect(await race(take(), take())).toEqual(['done', 'conflict']);
    const unknown = { decisionId: NOBODY, reason: WORDS, signedBy: TWO };
    expect(await outcome(() => withdraw(ctx, OPERATOR, unknown))).toBe('not-found');
  });

  it('is not needed for a warning, which takes one officer of an authority', async () => {
    const notice = { target: { kind: 'gtin', gtin } as const, reason: WORDS };
    const give = (signedBy: string[], agencyId = world.agency.id) =>
      warn(ctx, OPERATOR, { ...notice, agencyId, signedBy });
    expect(await outcome(() => give([' ']))).toBe('forbidden');
    expect(await outcome(() => give(['An'], world.maker.id))).toBe('not-found');
    expect(await outcome(() => give(['An']))).toBe('done');
  });
});

describe('a recall', () => {
  it('is made once and lifted once, by two people', async () => {
    const { id: batchId } = await openBatch(ctx, OPERATOR, { productId: world.milk.id, lot: 'RC1' });
    const recall = () => recallBatch(ctx, OPERATOR, { batchId, reason: WORDS });
    const lift = (signedBy = TWO) => liftRecall(ctx, OPERATOR, { batchId, reason: WORDS, signedBy });
    expect(await outcome(() => lift())).toBe('conflict');
    expect(await race(recall(), recall())).toEqual(['done', 'conflict']);
    expect(await outcome(() => lift(['An']))).toBe('forbidden');
    expect(await race(lift(), lift())).toEqual(['done', 'conflict']);
    expect(await outcome(() => recallBatch(ctx, OPERATOR, { batchId: 999_999, reason: WORDS }))).toBe(
      'not-found',
    );
  });
});

async function rangesOf(productId: string): Promise<unknown[]> {
  const { rows } = await ctx.db.execute(
    sql`select epoch, first, last, batch_id, state from app.code_range where product_id = ${productId} order by 1, 2`,
  );
  return rows;
}

/** Makes every insert into a table fail until it is mended, as a fault in the last step of a verb. */
async function breakAt(table: string): Promise<() => Promise<void>> {
  const run = async (statements: string) => {
    const owner = new pg.Client(service.database.ownerUrl);
    await owner.connect();
    await owner.query(statements);
    await owner.end();
  };
  await run(`create function app.break() returns trigger language plpgsql as
      $$ begin raise exception 'broken on purpose'; end $$;
    create trigger broken before insert on app.${table} execute function app.break()`);
  return () => run(`drop trigger broken on app.${table}; drop function app.break()`);
}
