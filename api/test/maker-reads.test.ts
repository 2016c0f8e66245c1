import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOBS } from '../src/worker/jobs.ts';
import { type MakerConsole, startMakerConsole } from './support/maker-console.ts';
import { dataMatrix, serialsOf, WORDS } from './support/world.ts';

let maker: MakerConsole;
let productId: string;
let batchId: number;

beforeAll(async () => {
  maker = await startMakerConsole();
  productId = await maker.addProduct({ registrationNumber: 'VD-00123-26', brand: 'Lá Xanh' });
  batchId = await maker.openBatch(productId, 'LX1', { made: '2026-01-02', expiry: '2030-12-31' });
}, 120_000);
afterAll(() => maker.close());

describe('a product', () => {
  it('is read by its makers alone, with all that they said of it', async () => {
    const { body } = await maker.owner.get(`/v1/products/${productId}`);
    expect(body).toMatchObject({
      id: productId,
      name: 'Thuốc Lá Xanh',
      brand: 'Lá Xanh',
      category: 'medicine',
      pack: 'box',
      coding: 'unit-codes',
      registrationNumber: 'VD-00123-26',
      help: {},
      passport: {},
    });
    expect(body).not.toHaveProperty('netContent');
    for (const url of [`/v1/products/${productId}`, `/v1/products/${productId}/batches`])
      expect((await maker.stranger.get(url)).body.code).toBe('not-found');
  });

  it('is read by a key that may read, and by no other key', async () => {
    const ask = async (key: string) => (await maker.byKey(key, 'GET', `/v1/products/${productId}`)).status;
    expect(await ask(await maker.keyOf('read'))).toBe(200);
    expect(await ask(await maker.keyOf('products', 'codes'))).toBe(403);
  });
});

describe('the lots of a product', () => {
  it('are told newest first, with their recall, fifty at a time', async () => {
    const many = await maker.addProduct({ name: 'Nhiều lô' });
    for (let n = 1; n <= 52; n++) await maker.openBatch(many, `L${n}`);
    const first = (await maker.owner.get(`/v1/products/${many}/batches`)).body;
    const second = (await maker.owner.get(`/v1/products/${many}/batches?after=${first.next}`)).body;
    const lots = [...first.items, ...second.items].map(({ lot }: { lot: string }) => lot);
    expect(lots).toEqual(Array.from({ length: 52 }, (_, n) => `L${52 - n}`));
    expect(second.next).toBeUndefined();
    const newest = first.items[0].id;
    await maker.owner.post(`/v1/batches/${newest}/recall`, { reason: WORDS, until: '2031-01-01' });
    expect((await maker.owner.get(`/v1/batches/${newest}`)).body.recall).toMatchObject({
      reason: WORDS,
      until: '2031-01-01',
    });
  });

  it('are found by their number, by their maker alone', async () => {
    expect((await maker.owner.get(`/v1/batches/${batchId}`)).body).toMatchObject({
      lot: 'LX1',
      made: '2026-01-02',
      expiry: '2030-12-31',
      listedCompletely: false,
    });
    expect((await maker.stranger.get(`/v1/batches/${batchId}`)).status).toBe(404);
    expect((await maker.owner.get('/v1/batches/999999')).status).toBe(404);
  });

  it('are not continued by the cursor of another list', async () => {
    const { body } = await maker.owner.get('/v1/activity');
    const other = await maker.owner.get(`/v1/products/${productId}/batches?after=${body.next}`);
    expect(other.body.code).toBe('invalid-request');
  });
});

describe('issued codes', () => {
  it('are told as they were issued, with what became of them', async () => {
    const issued = (await maker.owner.post('/v1/codes', { productId, quantity: 100 })).body;
    const { first, epoch } = issued;
    const commission = { batchId, ranges: [{ epoch, first, last: first + 59 }] };
    expect((await maker.owner.post('/v1/codes/commissions', commission)).status).toBe(200);
    const run = (await maker.owner.get(`/v1/codes/${issued.id}`)).body;
    expect(run).toMatchObject({
      quantity: 100,
      product: { name: 'Thuốc Lá Xanh' },
      states: [
        { state: 'active', quantity: 60 },
        { state: 'reserved', quantity: 40 },
      ],
      lots: [{ batchId, lot: 'LX1', quantity: 60 }],
      downloads: 0,
    });
    const list = (await maker.owner.get(`/v1/codes?productId=${productId}`)).body.items;
    expect(list[0]).toEqual(run);
  });

  it('are told to nobody else', async () => {
    const { items } = (await maker.owner.get('/v1/codes')).body;
    expect((await maker.stranger.get(`/v1/codes/${items[0].id}`)).status).toBe(404);
    expect((await maker.stranger.get('/v1/codes')).body.items).toEqual([]);
    expect((await maker.stranger.get(`/v1/codes?productId=${productId}`)).body.items).toEqual([]);
  });
});

describe('the activity of an organisation', () => {
  it('names who did what, newest first, and goes on by a cursor', async () => {
    const first = (await maker.owner.get('/v1/activity')).body;
    expect(first.items).toHaveLength(50);
    const next = (await maker.owner.get(`/v1/activity?after=${first.next}`)).body;
    const all = [...first.items, ...next.items];
    expect(all.map(({ at }: { at: string }) => at)).toEqual(
      all
        .map(({ at }: { at: string }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(all[0]).toMatchObject({
      kind: 'codes-commissioned',
      by: { kind: 'member', name: 'owner' },
      about: { batchId },
    });
    const kinds = all.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain('maker-verified');
  });

  it('does not name who runs the service', async () => {
    let page = (await maker.owner.get('/v1/activity')).body;
    const items = [...page.items];
    while (page.next) {
      page = (await maker.owner.get(`/v1/activity?after=${page.next}`)).body;
      items.push(...page.items);
    }
    const verified = items.find(({ kind }) => kind === 'maker-verified');
    expect(verified.by).toEqual({ kind: 'operator' });
    expect(items.at(-1).kind).toBe('maker-applied');
  });

  it('tells another organisation nothing of it', async () => {
    const { items } = (await maker.stranger.get('/v1/activity')).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['maker-applied']);
  });
});

describe('the overview', () => {
  const sum = () => JOBS.find(({ name }) => name === 'sum-checks')!.run(maker.service.ctx);
  const overview = async () => (await maker.owner.get('/v1/overview')).body;

  it('begins with thirty days of nothing', async () => {
    const { days, ...rest } = await overview();
    expect(days).toHaveLength(30);
    expect(days.every(({ checks }: { checks: number }) => checks === 0)).toBe(true);
    expect(rest).toEqual({ provinces: [], checks: 0, suspectedCopies: 0, openReports: 0, openRecalls: 1 });
  });

  it('counts in fives by day and province, and twice the same', async () => {
    const { service } = maker;
    const issued = (await maker.owner.post('/v1/codes', { productId, batchId, quantity: 9 })).body;
    const { gtin } = (await maker.owner.get(`/v1/products/${productId}`)).body;
    const serials = await serialsOf(service.ctx, issued);
    await service.settle();
    const places = ['01', '01', '01', '01', '01', '01', '79', '79', undefined];
    for (const [n, area] of places.entries()) {
      const scan = { ...dataMatrix({ gtin, serial: serials[n]! }), ...(area && { place: { area } }) };
      await service.check(scan);
      if (n === 0) await service.check(scan);
    }
    await service.check({ text: gtin.slice(1), format: 'ean_13' });
    await service.checks.sums.flush();
    await sum();
    const once = await overview();
    expect(once).toMatchObject({
      checks: 10,
      provinces: [{ province: '01', checks: 5 }],
      firstShare: 0.9,
      placeShare: 0.82,
    });
    expect(once.days.at(-1).checks).toBe(10);
    await sum();
    expect(await overview()).toMatchObject({ checks: 10, firstShare: 0.9 });
  });

  it('shows nothing of a GTIN that somebody else holds', async () => {
    const { gtin } = (await maker.owner.get(`/v1/products/${productId}`)).body;
    const claim = { gtin, name: 'Hàng nhận vơ', category: 'other', pack: 'box', coding: 'unit-codes' };
    expect((await maker.stranger.post('/v1/products', claim)).status).toBe(201);
    await sum();
    expect((await maker.stranger.get('/v1/overview')).body).toMatchObject({ checks: 0, provinces: [] });
    expect((await overview()).checks).toBe(10);
  });
});
