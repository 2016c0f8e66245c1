import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeRange } from '@assay/contract';
import { type MakerConsole, type Member, startMakerConsole } from './support/maker-console.ts';
import { CONSOLE } from './support/people.ts';
import { dataMatrix, serialsOf, WORDS } from './support/world.ts';

let maker: MakerConsole;
let editor: Member;
let productId: string;
let batchId: number;
let gtin: string;

beforeAll(async () => {
  maker = await startMakerConsole();
  editor = await maker.join('editor@maker.example', 'editor');
  productId = await maker.addProduct();
  ({ gtin } = (await maker.owner.get(`/v1/products/${productId}`)).body);
  batchId = await maker.openBatch(productId, 'LX1', { expiry: '2030-12-31' });
}, 120_000);
afterAll(() => maker.close());

const LIST = { form: 'serial', layout: 'list' };
const SHEET = { symbol: 'data-matrix', resolution: 300, media: { sheet: 'a4-64x38' } };

const issue = async (quantity: number): Promise<CodeRange> =>
  (await maker.owner.post('/v1/codes', { productId, batchId, quantity })).body;
const order = (run: CodeRange, more: object = LIST, member = maker.owner) =>
  member.post(`/v1/codes/${run.id}/downloads`, more);
const serialsIn = (run: CodeRange) => serialsOf(maker.service.ctx, run);

/** Fetches a file as it goes over the wire. */
async function fetchFile(url: string, headers: Record<string, string>) {
  const response = await maker.service.app.inject({
    url,
    headers: { host: new URL(CONSOLE).host, ...headers },
  });
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload };
}

/** Lets the last second factor of a member be too long ago. */
async function lateFor<Result>(work: () => Promise<Result>): Promise<Result> {
  const { now } = maker.service.ctx;
  maker.service.ctx.now = () => new Date(now().getTime() + 11 * 60_000);
  try {
    return await work();
  } finally {
    maker.service.ctx.now = now;
  }
}

describe('a file of codes', () => {
  it('is ordered once and fetched by a key, whole and in order, plain or as gzip', async () => {
    const run = await issue(1_000);
    const key = await maker.keyOf('codes-download');
    const ordered = await maker.byKey(key, 'POST', `/v1/codes/${run.id}/downloads`, LIST);
    expect(ordered).toMatchObject({ status: 201, body: { codes: 1_000 } });
    const authorization = { authorization: `Bearer ${key}` };
    const plain = await fetchFile(ordered.body.url, authorization);
    expect(plain.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${gtin}-1-${run.first}-${run.last}.txt"`,
      'cache-control': 'no-store',
      vary: 'accept-encoding',
    });
    expect(plain.bytes.toString()).toBe((await serialsIn(run)).map((serial) => `${serial}\n`).join(''));
    const zipped = await fetchFile(ordered.body.url, {
      ...authorization,
      'accept-encoding': 'br, gzip;q=0.5',
    });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.bytes)).toEqual(plain.bytes);
    const refused = await fetchFile(ordered.body.url, { ...authorization, 'accept-encoding': 'gzip;q=0' });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('comes in the forms and layouts that printers and people want', async () => {
    const run = await issue(4);
    const lines = async (more: object, n: number) => {
      const part = { first: run.first + n, last: run.first + n };
      const { body } = await order(run, { ...more, ...part });
      return (await maker.owner.get(body.url)).body as string;
    };
    const serials = await serialsIn(run);
    const scanned = await lines({ form: 'element-string', layout: 'list' }, 0);
    expect(scanned.trim()).toBe(
      dataMatrix({ gtin, serial: serials[0]!, lot: 'LX1', expiry: '2030-12-31' }).text,
    );
    expect(await lines({ form: 'digital-link', layout: 'list' }, 1)).toMatch(
      new RegExp(`^https://assay.example/01/${gtin}/10/LX1/21/${serials[1]}`),
    );
    expect(await lines({ form: 'bracketed', layout: 'printer' }, 2)).toMatch(
      /^code,serial,gtin,lot,expiry\r\n/,
    );
    expect(await lines({ form: 'bracketed', layout: 'people' }, 3)).toContain('number,code,serial');
    expect((await order(run, { form: 'element-string', layout: 'people' })).body.code).toBe(
      'invalid-request',
    );
  });

  it('is fetched by who follows its link at the console, and by nobody else', async () => {
    const run = await issue(3);
    const { url } = (await order(run)).body;
    expect((await maker.owner.ask('GET', url)).body).toBe(`${(await serialsIn(run)).join('\n')}\n`);
    expect((await editor.get(url)).body.code).toBe('forbidden');
    expect((await editor.ask('GET', url)).body.code).toBe('forbidden');
    expect((await maker.stranger.get(url)).body.code).toBe('not-found');
    expect((await maker.stranger.ask('GET', url)).body.code).toBe('not-found');
    expect((await fetchFile(url, {})).status).toBe(401);
  });

  it('is there for an hour, and as long as its codes are good', async () => {
    const run = await issue(2);
    const { url } = (await order(run)).body;
    const { now } = maker.service.ctx;
    maker.service.ctx.now = () => new Date(now().getTime() + 3_600_000);
    expect((await maker.owner.get(url)).body.code).toBe('conflict');
    maker.service.ctx.now = now;
    expect((await maker.owner.get(url)).status).toBe(200);
    const ranges = [{ epoch: run.epoch, first: run.first, last: run.first }];
    await maker.owner.post('/v1/codes/withdrawals', { productId, ranges, state: 'destroyed', reason: WORDS });
    expect((await maker.owner.get(url)).body.code).toBe('conflict');
  });

  it('is refused: of another organisation, beyond its run, to viewers and to keys without the scope', async () => {
    const run = await issue(5);
    expect((await order(run, LIST, maker.stranger)).body.code).toBe('not-found');
    expect((await order(run, { ...LIST, last: run.last + 1 })).body.code).toBe('invalid-request');
    expect((await order(run, { ...LIST, first: run.last, last: run.first })).body.code).toBe(
      'invalid-request',
    );
    expect((await order(run, { ...LIST, host: 'elsewhere.example' })).body.code).toBe('invalid-request');
    expect((await order(run, { form: 'serial' })).body.code).toBe('invalid-request');
    const viewer = await maker.join('viewer@maker.example', 'viewer');
    expect((await order(run, LIST, viewer)).body.code).toBe('forbidden');
    const key = await maker.keyOf('codes', 'read');
    expect((await maker.byKey(key, 'POST', `/v1/codes/${run.id}/downloads`, LIST)).body.code).toBe(
      'forbidden',
    );
    expect((await maker.owner.get(`/v1/codes/${run.id}`)).body.downloads).toBe(0);
  });
});

describe('codes that were handed out before', () => {
  it('take a fresh second factor and a reason, and all owners are told', async () => {
    const run = await issue(10);
    const half = { ...LIST, first: run.first, last: run.first + 4 };
    expect((await order(run, half)).status).toBe(201);
    expect((await order(run, { ...LIST, first: run.first + 5 })).status).toBe(201);
    const letters = () => maker.mailbox.letters.filter(({ text }) => text.includes('máy in hỏng'));
    expect((await order(run)).body.code).toBe('invalid-request');
    const again = { ...LIST, reason: 'máy in hỏng' };
    expect(await lateFor(async () => (await order(run, again)).body.code)).toBe('second-factor');
    const key = await maker.keyOf('codes-download');
    expect((await maker.byKey(key, 'POST', `/v1/codes/${run.id}/downloads`, again)).body.code).toBe(
      'forbidden',
    );
    expect(letters()).toEqual([]);
    expect((await order(run, again, editor)).status).toBe(201);
    expect(
      letters()
        .flatMap(({ to }) => to)
        .toSorted(),
    ).toEqual(['owner@maker.example', 'second@maker.example']);
    const { items } = (await maker.owner.get(`/v1/codes/${run.id}/downloads`)).body;
    expect(items).toMatchObject([
      { kind: 'file', first: run.first, last: run.last, by: 'editor', reason: 'máy in hỏng' },
      { first: run.first + 5 },
      { last: run.first + 4 },
    ]);
    expect((await maker.stranger.get(`/v1/codes/${run.id}/downloads`)).status).toBe(404);
  });

  it('ordered twice at once count as handed out once', async () => {
    const run = await issue(2);
    const replies = await Promise.all([order(run), order(run, LIST, editor)]);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 400]));
  });

  it('are not handed out when no letter can be sent', async () => {
    const run = await issue(2);
    await order(run);
    const key = 'an-order-whose-letter-fails';
    maker.mailbox.refuse = true;
    const failed = await maker.owner.post(`/v1/codes/${run.id}/downloads`, { ...LIST, reason: 'lost' }, key);
    maker.mailbox.refuse = false;
    expect(failed.status).toBeGreaterThanOrEqual(500);
    expect((await maker.owner.get(`/v1/codes/${run.id}`)).body.downloads).toBe(1);
    const sent = await maker.owner.post(`/v1/codes/${run.id}/downloads`, { ...LIST, reason: 'lost' }, key);
    expect(sent.status).toBe(201);
  });
});

describe('a file that leaked', () => {
  it('has its codes withdrawn in one step, but for those that were destroyed, and no others', async () => {
    const run = await issue(6);
    const serials = await serialsIn(run);
    const half = await order(run, { ...LIST, last: run.first + 2 });
    const destroyed = [{ epoch: run.epoch, first: run.first, last: run.first }];
    await maker.owner.post('/v1/codes/withdrawals', {
      productId,
      ranges: destroyed,
      state: 'destroyed',
      reason: WORDS,
    });
    const url = `/v1/downloads/${half.body.id}/leak`;
    expect((await maker.stranger.post(url, { reason: WORDS })).body.code).toBe('not-found');
    expect((await maker.owner.post(url, { reason: WORDS })).body).toEqual({ codes: 3 });
    await maker.service.settle();
    const answer = (n: number) => maker.service.check(dataMatrix({ gtin, serial: serials[n]! }));
    expect((await answer(2)).reasons).toContain('code-withdrawn');
    expect((await answer(3)).verdict).toBe('authentic');
    expect((await maker.owner.get(`/v1/codes/${run.id}`)).body.states).toEqual([
      { state: 'active', quantity: 3 },
      { state: 'destroyed', quantity: 1 },
      { state: 'withdrawn', quantity: 2 },
    ]);
  });
});

describe('labels', () => {
  const labels = (run: CodeRange, more: object, member = maker.owner) =>
    member.post(`/v1/codes/${run.id}/labels`, { ...SHEET, ...more });

  it('come as a PDF of sheets or of single labels, and one as SVG', async () => {
    const run = await issue(30);
    const key = await maker.keyOf('codes-download', 'read');
    const get = async (body: object) => {
      const ordered = await maker.byKey(key, 'POST', `/v1/codes/${run.id}/labels`, { ...SHEET, ...body });
      expect(ordered.status).toBe(201);
      return fetchFile(ordered.body.url, { authorization: `Bearer ${key}` });
    };
    const sheets = await get({ last: run.first + 21 });
    expect(sheets.headers['content-type']).toBe('application/pdf');
    expect(sheets.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const roll = { roll: { width: 60, height: 40 } };
    const single = await get({ media: roll, first: run.first + 22, last: run.first + 23 });
    expect(single.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const svg = { svg: { width: 60, height: 40 } };
    const drawn = await get({ media: svg, first: run.last, last: run.last });
    expect(drawn.headers['content-type']).toContain('image/svg+xml');
    expect(drawn.bytes.toString()).toMatch(/^<svg /);
    const { items } = (await maker.byKey(key, 'GET', '/v1/label-sheets')).body;
    expect(items).toContainEqual({
      id: 'a4-64x38',
      columns: 3,
      rows: 7,
      label: { width: 63.5, height: 38.1 },
    });
  });

  it('ask at a later time as files do', async () => {
    const run = await issue(3);
    expect((await order(run)).status).toBe(201);
    expect((await labels(run, {})).body.code).toBe('invalid-request');
    expect((await labels(run, { reason: 'never printed' })).status).toBe(201);
  });

  it('are refused where they cannot be made, and nothing counts as handed out then', async () => {
    const run = await issue(1_001);
    const svg = { svg: { width: 60, height: 40 } };
    for (const more of [
      {},
      { last: run.first, media: { sheet: 'a4-of-nobody' } },
      { last: run.first, media: { sheet: 'a4-64x38', startAt: 22 } },
      { last: run.first, media: { roll: { width: 15, height: 15 } } },
      { last: run.first + 1, media: svg },
      { last: run.first, resolution: 72 },
    ])
      expect((await labels(run, more)).body.code).toBe('invalid-request');
    expect((await maker.owner.get(`/v1/codes/${run.id}`)).body.downloads).toBe(0);
    expect((await labels(run, { last: run.first }, maker.stranger)).body.code).toBe('not-found');
  });
});
