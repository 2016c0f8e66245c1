import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSerials } from '../src/codes/index.ts';
import { makeSetupSecret, readSetupSecret } from '../src/operators/index.ts';
import { type Mailbox, openMailbox } from './support/mailbox.ts';
import { consoleEnv, type Reply, signUp, type Visitor } from './support/people.ts';
import { startService, type TestService } from './support/service.ts';
import { dataMatrix, WORDS } from './support/world.ts';

const GTIN = '9520888000011';

let mailbox: Mailbox;
let service: TestService;
let operator: Visitor;
let owner: Visitor;
let id: string;
let productId: string;
let batchId: number;

beforeAll(async () => {
  mailbox = await openMailbox();
  service = await startService({ env: consoleEnv(mailbox) });
  operator = await signUp(service, mailbox, 'operator@assay.example');
  owner = await signUp(service, mailbox, 'owner@maker.example');
});
afterAll(async () => {
  await service.close();
  await mailbox.close();
});

/** Posts for the maker, under a key of its own unless one is given. */
const post = (url: string, body: object, key?: string): Promise<Reply> =>
  owner.ask('POST', url, body, { 'assay-organisation': id, ...(key && { 'idempotency-key': key }) });
const issue = (quantity: number, key?: string) => post('/v1/codes', { productId, batchId, quantity }, key);
const issued = async () => {
  const { rows } = await service.ctx.db.$client.query<{ n: number }>(
    'select coalesce(sum(next_index), 0)::int4 as n from app.epoch',
  );
  return rows[0]!.n;
};

describe('from the first sign-up to a blue answer', () => {
  it('the first operator comes in by the secret of the set-up, once and from the machine itself', async () => {
    expect((await operator.ask('POST', '/v1/operators/first', { secret: '0'.repeat(32) })).status).toBe(404);
    makeSetupSecret(service.keysDir);
    const secret = readSetupSecret(service.keysDir)!;
    const come = (visitor: Visitor) => visitor.ask('POST', '/v1/operators/first', { secret });
    expect((await operator.ask('POST', '/v1/operators/first', { secret: '0'.repeat(32) })).status).toBe(404);
    expect((await come(operator)).status).toBe(204);
    expect((await come(owner)).status).toBe(404);
    expect((await operator.ask('GET', '/v1/session')).body.isOperator).toBe(true);
  });

  it('a maker applies, and is verified by an operator with a second factor alone', async () => {
    id = (await owner.ask('POST', '/v1/organisations', { name: 'Dược Lá Xanh', prefixes: ['9520888'] })).body
      .id;
    const verify = () => operator.ask('POST', `/v1/organisations/${id}/verification`, { how: WORDS });
    expect((await verify()).body.code).toBe('second-factor');
    await operator.showSecondFactor();
    expect((await verify()).status).toBe(204);
    expect((await verify()).body.code).toBe('conflict');
  });

  it('a product is listed under its own prefix only, and a lot is opened', async () => {
    const product = { name: 'Thuốc Lá Xanh', category: 'medicine', pack: 'box', coding: 'unit-codes' };
    expect((await post('/v1/products', { ...product, gtin: '9520999000019' })).body.code).toBe(
      'invalid-request',
    );
    expect((await post('/v1/products', { ...product, gtin: '9520001000010' })).body.code).toBe('forbidden');
    const added = await post('/v1/products', { ...product, gtin: GTIN });
    expect([added.status, added.body.gtin]).toEqual([201, `0${GTIN}`]);
    productId = added.body.id;
    const opened = await post('/v1/batches', {
      productId,
      lot: 'LX1',
      expiry: '2030-12-31',
      activeFrom: '2026-01-01',
    });
    expect(opened.status).toBe(201);
    batchId = opened.body.id;
  });

  it('its codes answer authentic', async () => {
    const { status, body } = await issue(10);
    expect(status).toBe(201);
    const serials: string[] = [];
    for await (const some of await listSerials(service.ctx, body)) serials.push(...some);
    await service.settle();
    const answer = await service.check(dataMatrix({ gtin: GTIN, serial: serials[3]! }));
    expect(answer).toMatchObject({
      verdict: 'authentic',
      scope: 'unit',
      registrant: { name: 'Dược Lá Xanh' },
    });
  });
});

describe('an order with a key of its own', () => {
  it('sent fifty times at once has one effect', async () => {
    const before = await issued();
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 50 }, () => issue(7, key)));
    const made = replies.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ body }) => body.first)).size).toBe(1);
    expect(replies.filter(({ status }) => status !== 201).every(({ body }) => body.code === 'conflict')).toBe(
      true,
    );
    expect(await issued()).toBe(before + 7);
  });

  it('is told again word for word, and refused for another order', async () => {
    const key = randomUUID();
    const first = await issue(5, key);
    expect((await issue(5, key)).body).toEqual(first.body);
    expect((await issue(6, key)).body.code).toBe('idempotency-mismatch');
  });

  it('that failed may be tried again, and without a key is not taken', async () => {
    const key = randomUUID();
    const orderOf = (lot: number) => post('/v1/codes', { productId, batchId: lot, quantity: 1 }, key);
    expect((await orderOf(999_999)).body.code).toBe('conflict');
    expect((await orderOf(batchId)).status).toBe(201);
    const without = await owner.ask(
      'POST',
      '/v1/codes',
      { productId, quantity: 1 },
      { 'assay-organisation': id, 'idempotency-key': '' },
    );
    expect(without.body).toMatchObject({
      code: 'invalid-request',
      errors: [{ path: '/headers/idempotency-key' }],
    });
  });
});

describe('a list', () => {
  it('goes on where it ended, by a cursor that nobody else can write', async () => {
    const product = { category: 'other', pack: 'box', coding: 'none' };
    for (let n = 0; n < 55; n++) await post('/v1/products', { ...product, name: `Sản phẩm ${n}` });
    const list = (after = '') =>
      owner.ask('GET', `/v1/products${after && `?after=${after}`}`, undefined, { 'assay-organisation': id });
    const first = (await list()).body;
    const second = (await list(first.next)).body;
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 6, undefined]);
    expect(new Set([...first.items, ...second.items].map((one: { id: string }) => one.id)).size).toBe(56);
    const forged = Buffer.from(first.next, 'base64url');
    forged[forged.length - 2]! ^= 1;
    expect((await list(forged.toString('base64url'))).body.code).toBe('invalid-request');
    expect((await list('abc')).body.code).toBe('invalid-request');
  });
});
