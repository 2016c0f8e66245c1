import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MakerConsole, startMakerConsole } from './support/maker-console.ts';
import { dataMatrix, serialsOf, WORDS } from './support/world.ts';

let maker: MakerConsole;
let productId: string;
let gtin: string;
let batchId: number;

beforeAll(async () => {
  maker = await startMakerConsole();
  productId = await maker.addProduct({ registrationNumber: 'VD-00123-26' });
  ({ gtin } = (await maker.owner.get(`/v1/products/${productId}`)).body);
  batchId = await maker.openBatch(productId, 'LX1', { expiry: '2030-12-31' });
}, 120_000);
afterAll(() => maker.close());

const issue = async (quantity: number, more: object = {}) =>
  (await maker.owner.post('/v1/codes', { productId, quantity, ...more })).body;
const answerOf = async (serial: string) => {
  await maker.service.settle();
  return maker.service.check(dataMatrix({ gtin, serial }));
};
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('a change of a product', () => {
  const change = (body: object, member = maker.owner) =>
    member.send('PATCH', `/v1/products/${productId}`, body);
  const read = async () => (await maker.owner.get(`/v1/products/${productId}`)).body;

  it('takes what is named, clears what is null, and leaves the rest', async () => {
    expect((await change({ brand: 'Lá Xanh', importer: 'Nhập Khẩu A', markets: ['vn'] })).status).toBe(204);
    const help = { whereCode: { text: { vi: 'Trên nắp hộp', en: 'On the lid' } } };
    expect((await change({ importer: null, name: 'Thuốc ho', help })).status).toBe(204);
    const after = await read();
    expect(after).toMatchObject({ brand: 'Lá Xanh', name: 'Thuốc ho', markets: ['vn'], help });
    expect(after).not.toHaveProperty('importer');
    expect(after.registrationNumber).toBe('VD-00123-26');
  });

  it('is what shoppers see at once', async () => {
    await change({ name: 'Thuốc ho mới', lotsCompleteSince: '2026-01-01' });
    const { first, epoch } = await issue(1, { batchId });
    const [serial] = await serialsOf(maker.service.ctx, { productId, epoch, first, last: first });
    expect((await answerOf(serial!)).product?.name).toBe('Thuốc ho mới');
  });

  it('of the registration number is found under the new one alone', async () => {
    const known = async (text: string) => {
      await maker.service.settle();
      return (await maker.service.check({ text, format: 'typed' })).product?.name;
    };
    expect(await known('VD-00123-26')).toBe('Thuốc ho mới');
    await change({ registrationNumber: 'VD-00456-26' });
    expect([await known('VD-00123-26'), await known('VD-00456-26')]).toEqual([undefined, 'Thuốc ho mới']);
  });

  it('never leaves a high-risk category, nor takes unit codes away', async () => {
    expect((await change({ category: 'household' })).body.code).toBe('forbidden');
    expect((await change({ coding: 'barcode-only' })).body.code).toBe('forbidden');
    expect((await change({ coding: 'none' })).body.code).toBe('conflict');
    expect((await change({ category: 'supplement' })).status).toBe(204);
    expect((await change({ category: 'medicine' })).status).toBe(204);
  });

  it('is refused: empty, malformed, unknown fields, by a viewer, by another organisation', async () => {
    for (const body of [{}, { name: '' }, { name: null }, { gtin }, { category: 'toys' }])
      expect((await change(body)).body.code).toBe('invalid-request');
    const viewer = await maker.join('viewer@maker.example', 'viewer');
    expect((await change({ brand: 'X' }, viewer)).body.code).toBe('forbidden');
    expect((await change({ brand: 'X' }, maker.stranger)).body.code).toBe('not-found');
    const key = await maker.keyOf('codes');
    expect((await maker.byKey(key, 'PATCH', `/v1/products/${productId}`, { brand: 'X' })).body.code).toBe(
      'forbidden',
    );
  });
});

describe('reserved codes', () => {
  it('count as on the market once they are commissioned, by ranges and by serials, twice the same', async () => {
    const run = await issue(10);
    const serials = await serialsOf(maker.service.ctx, run);
    expect((await answerOf(serials[0]!)).reasons).toContain('not-released');
    const order = {
      batchId,
      ranges: [{ epoch: run.epoch, first: run.first, last: run.first + 4 }],
      serials: serials.slice(7),
      activeFrom: daysAgo(2),
    };
    for (let time = 0; time < 2; time++)
      expect((await maker.owner.post('/v1/codes/commissions', order)).status).toBe(200);
    expect((await answerOf(serials[0]!)).verdict).toBe('authentic');
    expect((await answerOf(serials[8]!)).verdict).toBe('authentic');
    expect((await answerOf(serials[5]!)).reasons).toContain('not-released');
  });

  it('are refused too late, for a lot of somebody else, and when they were never issued', async () => {
    const run = await issue(2);
    const ranges = [{ epoch: run.epoch, first: run.first, last: run.last }];
    const put = (more: object, member = maker.owner) =>
      member.post('/v1/codes/commissions', { batchId, ranges, ...more });
    expect((await put({ activeFrom: daysAgo(40) })).body.code).toBe('invalid-request');
    expect((await put({ ranges: [{ epoch: run.epoch, first: 0, last: 999_999 }] })).body.code).toBe(
      'not-found',
    );
    expect((await put({}, maker.stranger)).body.code).toBe('not-found');
  });
});

describe('codes off the market', () => {
  it('are withdrawn by their serials, and never come back', async () => {
    const run = await issue(3, { batchId });
    const [one, other] = await serialsOf(maker.service.ctx, run);
    const take = (state: string, serials: string[]) =>
      maker.owner.post('/v1/codes/withdrawals', { productId, serials, state, reason: WORDS });
    expect((await take('withdrawn', [one!])).status).toBe(200);
    expect((await answerOf(one!)).reasons).toContain('code-withdrawn');
    expect((await answerOf(other!)).verdict).toBe('authentic');
    expect((await take('exported', [one!])).body.code).toBe('conflict');
    expect((await take('active', [one!])).body.code).toBe('invalid-request');
    expect((await take('withdrawn', ['ABCDEFGHJKMNPQRST'])).body.code).toBe('not-found');
    const none = { productId, state: 'withdrawn', reason: WORDS };
    expect((await maker.owner.post('/v1/codes/withdrawals', none)).body.code).toBe('invalid-request');
    const theirs = { ...none, serials: [one] };
    expect((await maker.stranger.post('/v1/codes/withdrawals', theirs)).body.code).toBe('not-found');
  });
});

describe('stolen or leaked labels', () => {
  it('are blocked at once up to a hundred, also by a key', async () => {
    const run = await issue(2, { batchId });
    const [one, other] = await serialsOf(maker.service.ctx, run);
    const reply = await maker.owner.post('/v1/codes/reports', { productId, serials: [one], reason: WORDS });
    expect([reply.status, reply.body.ids.length]).toEqual([201, 1]);
    const key = await maker.keyOf('codes');
    const report = { productId, serials: [other], reason: WORDS };
    expect((await maker.byKey(key, 'POST', '/v1/codes/reports', report)).status).toBe(201);
    for (const serial of [one, other])
      expect(await answerOf(serial!)).toMatchObject({
        verdict: 'reported-counterfeit',
        reasons: ['maker-report', 'code-registered'],
      });
    expect((await maker.owner.get('/v1/overview')).body.openReports).toBe(2);
  });

  it('over a hundred wait for a second member, who is not the first and does it once', async () => {
    const run = await issue(150, { batchId });
    const [serial] = await serialsOf(maker.service.ctx, run);
    const ranges = [{ epoch: run.epoch, first: run.first, last: run.last }];
    const order = { productId, ranges, reason: WORDS };
    const key = await maker.keyOf('codes');
    expect((await maker.byKey(key, 'POST', '/v1/codes/reports', order)).body.code).toBe('forbidden');
    const asked = await maker.owner.post('/v1/codes/reports', order);
    expect(asked.status).toBe(202);
    expect((await answerOf(serial!)).verdict).toBe('authentic');
    const url = `/v1/approvals/${asked.body.approvalId}`;
    expect((await maker.second.get('/v1/approvals')).body.items).toMatchObject([
      { id: asked.body.approvalId, act: 'codes.report', askedBy: 'owner', input: order },
    ]);
    expect((await maker.owner.post(url)).body.code).toBe('forbidden');
    expect((await maker.stranger.post(url)).body.code).toBe('not-found');
    expect((await maker.second.post(url)).status).toBe(200);
    expect((await maker.second.post(url)).body.code).toBe('conflict');
    expect((await answerOf(serial!)).verdict).toBe('reported-counterfeit');
    expect((await maker.second.get('/v1/approvals')).body.items).toEqual([]);
  });

  it('are listed with their end, newest first, for nobody else', async () => {
    const { items, next } = (await maker.owner.get('/v1/codes/reports')).body;
    expect([items.length, next]).toEqual([3, undefined]);
    expect(items[0]).toMatchObject({ gtin, reason: WORDS, until: daysAgo(-30), range: { epoch: 1 } });
    expect((await maker.stranger.get('/v1/codes/reports')).body.items).toEqual([]);
  });
});

describe('the epochs of a product', () => {
  it('are opened anew by an owner, and revoked for good with a fresh second factor', async () => {
    const leaked = await maker.addProduct({ name: 'Bị lộ' });
    const url = `/v1/products/${leaked}/epochs`;
    const before = (await maker.owner.post('/v1/codes', { productId: leaked, quantity: 5 })).body;
    expect((await maker.owner.post(url, { why: 'a printer was stolen' })).body).toEqual({ epoch: 2 });
    const revoke = (member = maker.owner) => member.post(`${url}/1/revocation`, { reason: WORDS });
    const { now } = maker.service.ctx;
    maker.service.ctx.now = () => new Date(now().getTime() + 11 * 60_000);
    expect((await revoke()).body.code).toBe('second-factor');
    maker.service.ctx.now = now;
    expect((await revoke(maker.stranger)).body.code).toBe('not-found');
    expect((await revoke()).status).toBe(200);
    expect((await revoke()).body.code).toBe('conflict');
    expect((await maker.owner.get(url)).body.items).toMatchObject([
      { epoch: 2, state: 'issuing', issued: 0 },
      { epoch: 1, state: 'revoked', issued: 5 },
    ]);
    const order = { form: 'serial', layout: 'list' };
    const refused = await maker.owner.post(`/v1/codes/${before.id}/downloads`, order);
    expect(refused.body.code).toBe('conflict');
    expect((await maker.stranger.get(url)).status).toBe(404);
  });
});

describe('a recall', () => {
  it('is lifted by two owners, and by an editor not at all', async () => {
    const lot = await maker.openBatch(productId, 'TH1');
    const lift = () => maker.owner.post(`/v1/batches/${lot}/recall/lifting`, { reason: WORDS });
    expect((await lift()).body.code).toBe('conflict');
    await maker.owner.post(`/v1/batches/${lot}/recall`, { reason: WORDS });
    const { status, body } = await lift();
    expect(status).toBe(202);
    const editor = await maker.join('editor@maker.example', 'editor');
    const url = `/v1/approvals/${body.approvalId}`;
    expect((await editor.post(`/v1/batches/${lot}/recall/lifting`, { reason: WORDS })).body.code).toBe(
      'forbidden',
    );
    expect((await editor.post(url)).body.code).toBe('forbidden');
    expect((await maker.owner.get(`/v1/batches/${lot}`)).body).toHaveProperty('recall');
    expect((await maker.second.post(url)).status).toBe(200);
    expect((await maker.owner.get(`/v1/batches/${lot}`)).body).not.toHaveProperty('recall');
  });

  it('is not lifted once it is too late to approve', async () => {
    const lot = await maker.openBatch(productId, 'TH2');
    await maker.owner.post(`/v1/batches/${lot}/recall`, { reason: WORDS });
    const { body } = await maker.owner.post(`/v1/batches/${lot}/recall/lifting`, { reason: WORDS });
    const { now } = maker.service.ctx;
    maker.service.ctx.now = () => new Date(now().getTime() + 3 * 86_400_000 + 1000);
    try {
      await maker.second.showSecondFactor();
      const late = await maker.second.post(`/v1/approvals/${body.approvalId}`);
      expect(late.body.code).toBe('conflict');
      expect((await maker.second.get('/v1/approvals')).body.items).toEqual([]);
    } finally {
      maker.service.ctx.now = now;
    }
  });
});

describe('an order with a key of its own', () => {
  it('makes one organisation, one invitation and one key, however often it is sent', async () => {
    const key = randomUUID();
    const application = { name: 'Lần Hai', prefixes: [] };
    const apply = () =>
      maker.operator.ask('POST', '/v1/organisations', application, { 'idempotency-key': key });
    expect((await apply()).body).toEqual((await apply()).body);

    const letters = () => maker.mailbox.letters.filter(({ to }) => to.includes('new@maker.example')).length;
    const invitation = { email: 'new@maker.example', role: 'viewer' };
    const invite = () => maker.owner.post(`/v1/organisations/${maker.id}/invitations`, invitation, key);
    expect((await invite()).body).toEqual((await invite()).body);
    expect(letters()).toBe(1);

    const made = randomUUID();
    const expiresOn = daysAgo(-30);
    const make = () => maker.owner.post('/v1/api-keys', { name: 'ERP', scopes: ['read'], expiresOn }, made);
    const first = await make();
    expect((await make()).body).toEqual(first.body);
    const listed = (await maker.owner.get('/v1/api-keys')).body.items;
    expect(listed.filter(({ name }: { name: string }) => name === 'ERP')).toHaveLength(1);
  });

  it('without one is not taken', async () => {
    for (const url of ['/v1/organisations', '/v1/api-keys', '/v1/webhooks', '/v1/codes/withdrawals']) {
      const bodies = {
        '/v1/organisations': { name: 'X', prefixes: [] },
        '/v1/api-keys': { name: 'X', scopes: ['read'], expiresOn: daysAgo(-3) },
        '/v1/webhooks': { url: 'https://x.example', topics: ['batch.recalled'], description: '' },
        '/v1/codes/withdrawals': { productId, serials: ['A'], state: 'withdrawn', reason: WORDS },
      } as Record<string, object>;
      const headers = { 'assay-organisation': maker.id, 'idempotency-key': '' };
      expect((await maker.owner.ask('POST', url, bodies[url], headers)).body.errors).toMatchObject([
        { path: '/headers/idempotency-key' },
      ]);
    }
  });
});
