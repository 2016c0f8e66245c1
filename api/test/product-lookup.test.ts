import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MakerConsole, nextGtin, startMakerConsole } from './support/maker-console.ts';

let maker: MakerConsole;
let gtin: string;

beforeAll(async () => {
  maker = await startMakerConsole();
  gtin = nextGtin();
  await maker.addProduct({ gtin, name: 'Thuốc ho', registrationNumber: 'VD-00123-26' });
}, 120_000);
afterAll(() => maker.close());

const lookup = (body: object, member = maker.stranger) => member.post('/v1/products/lookup', body);

const THUOC_HO = () => ({
  gtin: `0${gtin}`,
  name: 'Thuốc ho',
  category: 'medicine',
  registrationNumber: 'VD-00123-26',
  registrant: 'Dược Lá Xanh',
});

it('tells any organisation what is registered under numbers, in their order, without a verdict', async () => {
  const unknown = nextGtin();
  const { status, body } = await lookup({
    gtins: [unknown, gtin, `0${gtin}`, '9520888000012'],
    registrationNumbers: ['vd-00123-26', 'VD-99999-26'],
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    gtins: [
      { asked: unknown },
      { asked: gtin, product: THUOC_HO() },
      { asked: `0${gtin}`, product: THUOC_HO() },
      { asked: '9520888000012', malformed: true },
    ],
    registrationNumbers: [
      { asked: 'vd-00123-26', products: [THUOC_HO()] },
      { asked: 'VD-99999-26', products: [] },
    ],
  });
});

it('says nothing of what an unverified maker lists', async () => {
  const theirs = '9520777000016';
  const product = { gtin: theirs, name: 'Hàng chờ', category: 'other', pack: 'box', coding: 'none' };
  expect((await maker.stranger.post('/v1/products', product)).status).toBe(201);
  expect((await lookup({ gtins: [theirs] }, maker.owner)).body.gtins).toEqual([{ asked: theirs }]);
});

it('takes five hundred numbers of a kind, and no more', async () => {
  const many = (n: number) => Array.from({ length: n }, () => gtin);
  expect((await lookup({ gtins: many(500), registrationNumbers: many(500) })).body.gtins).toHaveLength(500);
  expect((await lookup({ gtins: many(501) })).body.code).toBe('invalid-request');
  expect((await lookup({})).body).toEqual({ gtins: [], registrationNumbers: [] });
});

it('writes nothing and asks nobody for an order key', async () => {
  const count = async () => {
    const { rows } = await maker.service.ctx.db.$client.query<{ n: number }>(
      `select ((select count(*) from app.audit_entry) + (select count(*) from app.idempotency_key)
        + (select count(*) from app.check_event) + (select count(*) from app.unit))::int4 as n`,
    );
    return rows[0]!.n;
  };
  const before = await count();
  await lookup({ gtins: [gtin] });
  expect(await count()).toBe(before);
});

it('is for who is signed in, or for a key that may read', async () => {
  const body = { gtins: [gtin] };
  const without = await maker.service.app.inject({
    method: 'POST',
    url: '/v1/products/lookup',
    payload: body,
  });
  expect(without.statusCode).toBe(401);
  expect((await maker.byKey(await maker.keyOf('read'), 'POST', '/v1/products/lookup', body)).status).toBe(
    200,
  );
  expect((await maker.byKey(await maker.keyOf('codes'), 'POST', '/v1/products/lookup', body)).status).toBe(
    403,
  );
});
