import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { buildBracketed, buildDigitalLink, buildElementString } from '@assay/gs1';
import { type CodeFileOrder, openCodeFile } from '../src/code-files/index.ts';
import { issueCodes, revokeEpoch, rotateEpoch, withdrawCodes } from '../src/codes/index.ts';
import type { Actor } from '../src/context.ts';
import { addProduct, openBatch } from '../src/registry/index.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { GTIN, makeWorld, serialsOf, type World, WORDS } from './support/world.ts';

const gtin = `0${GTIN.medicine}`;

let service: TestService;
let world: World;
let serials: string[];
beforeAll(async () => {
  service = await startService();
  world = await makeWorld(service.ctx);
  serials = await serialsOf(service.ctx, world.range);
  await service.settle();
});
afterAll(() => service.close());

const open = (order: Partial<CodeFileOrder>, actor: Actor = OPERATOR) =>
  openCodeFile(service.ctx, actor, { ...world.range, form: 'serial', layout: 'list', ...order });

async function linesOf(order: Partial<CodeFileOrder>): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await open(order)).bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString().trimEnd().split('\n');
}

describe('a file with the codes of an issued range', () => {
  it('holds every code once, in order, in each form', async () => {
    const lot = { gtin, lot: 'A12', expiry: '2030-03-31' };
    const units = serials.map((serial) => ({ ...lot, serial }));
    expect(await linesOf({ form: 'serial' })).toEqual(serials);
    expect(await linesOf({ form: 'element-string' })).toEqual(units.map(buildElementString));
    expect(await linesOf({ form: 'bracketed' })).toEqual(units.map(buildBracketed));
    expect(await linesOf({ form: 'digital-link' })).toEqual(
      units.map((unit) => buildDigitalLink(unit, 'https://assay.example')),
    );
  });

  it('holds codes that answer authentic when they are scanned as written', async () => {
    const [element = '', link = ''] = [
      ...(await linesOf({ form: 'element-string', last: world.range.first })),
      ...(await linesOf({ form: 'digital-link', last: world.range.first })),
    ];
    expect(await service.check({ text: element, format: 'data_matrix', aim: ']d2' })).toMatchObject({
      verdict: 'authentic',
      scope: 'unit',
    });
    expect((await service.check({ text: link, format: 'qr_code' })).verdict).toBe('authentic');
  });

  it('leads links to a declared host of the maker, and to no other', async () => {
    const [link] = await linesOf({ form: 'digital-link', host: 'ma.thunghiem.example' });
    expect(link).toMatch(/^https:\/\/ma\.thunghiem\.example\/01\//);
    await expect(open({ form: 'digital-link', host: 'elsewhere.example' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('gives each code the lot that it was issued for, and none while it is reserved', async () => {
    const { ctx } = service;
    const order = { productId: world.medicine.id, quantity: 3 };
    const lot = await openBatch(ctx, OPERATOR, {
      productId: world.medicine.id,
      lot: '=B2',
      expiry: '2031-01-31',
    });
    const first = await issueCodes(ctx, OPERATOR, { ...order, batchId: lot.id });
    const reserved = await issueCodes(ctx, OPERATOR, order);
    const both = { ...first, last: reserved.last };
    const text = (await linesOf({ ...both, form: 'bracketed', layout: 'printer' })).join('\n');
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows.map((row) => row['lot'])).toEqual(['=B2', '=B2', '=B2', '', '', '']);
    expect(rows[0]!['code']).toContain('(17)310131(10)=B2(21)');
    expect(rows[5]!['code']).toBe(`(01)${gtin}(21)${rows[5]!['serial']}`);
  });

  it('leaves an entry that says which codes went out in which form, and none where it is refused', async () => {
    const entries = async () => {
      const { rows } = await service.ctx.db.$client.query<{ body: Buffer }>(
        "select body from app.audit_entry where kind = 'codes-exported'",
      );
      return rows.map(({ body }) => JSON.parse(body.toString()) as Record<string, unknown>);
    };
    const order = {
      ...world.range,
      last: world.range.first + 1,
      form: 'bracketed',
      layout: 'people',
    } as const;
    await open(order);
    const before = await entries();
    expect(before).toContainEqual(expect.objectContaining(order));
    await expect(open({ form: 'element-string', layout: 'people' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(open({ last: 1_000_000 })).rejects.toMatchObject({ code: 'not-found' });
    expect(await entries()).toHaveLength(before.length);
  });
});

describe('codes that must not be printed', () => {
  const person = { id: 'u', name: 'U', console: { id: 's', secondFactorAt: undefined } };

  it('stay hidden from other organisations, and viewers may not download them', async () => {
    const member = { ...person, kind: 'member' as const };
    await expect(
      open({}, { ...member, organisationId: world.pending.id, role: 'owner' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const ours = { ...member, organisationId: world.maker.id };
    await expect(open({}, { ...ours, role: 'viewer' })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await open({}, { ...ours, role: 'editor' })).codes).toBe(1_000);
  });

  it('are refused once they are destroyed or withdrawn, and the rest of the range is not', async () => {
    const { ctx } = service;
    const range = await issueCodes(ctx, OPERATOR, { productId: world.medicine.id, quantity: 10 });
    const spoilt = { ...range, first: range.first + 4, last: range.first + 5 };
    await withdrawCodes(ctx, OPERATOR, { ...spoilt, state: 'destroyed', reason: WORDS });
    await expect(open(range)).rejects.toMatchObject({ code: 'conflict' });
    expect(await linesOf({ ...range, last: range.first + 3 })).toHaveLength(4);
    expect(await linesOf({ ...range, first: range.first + 6 })).toHaveLength(4);
  });

  it('are refused when their epoch is revoked', async () => {
    const { ctx } = service;
    const range = await issueCodes(ctx, OPERATOR, { productId: world.cream.id, quantity: 5 });
    await rotateEpoch(ctx, OPERATOR, { productId: world.cream.id, why: 'test' });
    await revokeEpoch(ctx, OPERATOR, { productId: world.cream.id, epoch: range.epoch, reason: WORDS });
    await expect(open(range)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('come as bare serials only where there is no GTIN, or a lot that GS1 does not allow', async () => {
    const { ctx } = service;
    const bare = await addProduct(ctx, OPERATOR, {
      makerId: world.maker.id,
      name: 'Không mã vạch',
      category: 'household',
      pack: 'box',
      coding: 'unit-codes',
    });
    const range = await issueCodes(ctx, OPERATOR, { productId: bare.id, quantity: 2 });
    await expect(open({ ...range, form: 'digital-link' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await linesOf(range)).toHaveLength(2);

    const lot = await openBatch(ctx, OPERATOR, { productId: world.medicine.id, lot: 'Lô Đỏ' });
    const odd = await issueCodes(ctx, OPERATOR, {
      productId: world.medicine.id,
      quantity: 2,
      batchId: lot.id,
    });
    await expect(open({ ...odd, form: 'element-string' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await linesOf(odd)).toHaveLength(2);
  });

  it('are found nowhere when the range runs backwards', async () => {
    await expect(open({ first: 5, last: 4 })).rejects.toMatchObject({ code: 'invalid' });
  });
});
