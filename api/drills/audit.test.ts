import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERBS } from '../src/ops/verbs.ts';
import { OPERATOR, startService, type TestService } from '../test/support/service.ts';
import { GTIN, makeWorld, WORDS, type World } from '../test/support/world.ts';

const TWO = ['An', 'Bình'];
const folder = mkdtempSync(join(tmpdir(), 'assay-audit-'));

let service: TestService;
let world: World;
beforeAll(async () => {
  service = await startService();
  world = await makeWorld(service.ctx);
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

const pool = () => service.ctx.db.$client;

interface Entry {
  id: string;
  kind: string;
  body: { kind: string; actor: unknown };
}

async function entries(): Promise<Entry[]> {
  const { rows } = await pool().query<{ id: string; kind: string; body: Buffer }>(
    'select id, kind, body from app.audit_entry',
  );
  return rows.map(({ id, kind, body }) => ({ id, kind, body: JSON.parse(body.toString()) as Entry['body'] }));
}

describe('each verb of the operator', () => {
  const codesFile = join(folder, 'codes.csv');
  writeFileSync(codesFile, 'serial\nQ7XW2M9KZ1\nP4TR8B3NC6\n');
  const made: Record<string, string | number> = {};
  const range = () => ({ productId: world.medicine.id, epoch: world.range.epoch });

  /** In an order in which each can be done; what later ones need of earlier ones is kept. */
  const ACTS: [name: string, kind: string, input: () => object, keep?: string][] = [
    ['register-maker', 'maker-applied', () => ({ name: 'Mới', prefixes: ['9520701'] }), 'makerId'],
    ['verify-maker', 'maker-verified', () => ({ makerId: made['makerId'], how: WORDS })],
    ['suspend-maker', 'maker-suspended', () => ({ makerId: made['makerId'], reason: WORDS })],
    ['restore-maker', 'maker-restored', () => ({ makerId: made['makerId'], reason: WORDS, signedBy: TWO })],
    ['register-agency', 'agency-registered', () => ({ names: WORDS })],
    [
      'add-product',
      'product-added',
      () => ({ makerId: made['makerId'], name: 'Hàng', category: 'household', pack: 'box', coding: 'none' }),
    ],
    ['change-product', 'product-changed', () => ({ productId: world.medicine.id, brand: 'Mới' })],
    ['open-batch', 'batch-opened', () => ({ productId: world.medicine.id, lot: 'AU1' }), 'batchId'],
    ['issue-codes', 'codes-issued', () => ({ productId: world.medicine.id, quantity: 10 }), 'first'],
    [
      'export-serials',
      'codes-exported',
      () => ({ ...range(), first: 0, last: 9, file: join(folder, 'out') }),
    ],
    [
      'draw-labels',
      'labels-drawn',
      () => ({
        ...range(),
        first: 0,
        last: 1,
        symbol: 'data-matrix',
        resolution: 300,
        media: { sheet: 'a4-64x38' },
        folder,
      }),
    ],
    [
      'commission',
      'codes-commissioned',
      () => ({
        batchId: made['batchId'],
        ranges: [{ epoch: world.range.epoch, first: made['first'], last: made['first'] }],
      }),
    ],
    [
      'withdraw-codes',
      'codes-withdrawn',
      () => ({ ...range(), first: made['first'], last: made['first'], state: 'withdrawn', reason: WORDS }),
    ],
    [
      'import-codes',
      'codes-imported',
      () => ({ batchId: made['batchId'], file: codesFile, rejectedFile: join(folder, 'rejected') }),
    ],
    ['rotate-epoch', 'epoch-opened', () => ({ productId: world.medicine.id, why: 'test' })],
    ['revoke-epoch', 'epoch-revoked', () => ({ ...range(), reason: WORDS })],
    ['recall-batch', 'batch-recalled', () => ({ batchId: made['batchId'], reason: WORDS })],
    ['lift-recall', 'recall-lifted', () => ({ batchId: made['batchId'], reason: WORDS, signedBy: TWO })],
    [
      'report-codes',
      'maker-report-published',
      () => ({ productId: world.medicine.id, serials: ['X1', 'X2'], reason: WORDS, signedBy: ['Chi'] }),
    ],
    [
      'decide',
      'decision-published',
      () => ({
        agencyId: world.agency.id,
        target: { kind: 'serial', gtin: GTIN.unknown, serial: 'X' },
        number: '1/QĐ',
        reason: WORDS,
        signedBy: ['An'],
      }),
      'decisionId',
    ],
    [
      'withdraw',
      'decision-withdrawn',
      () => ({ decisionId: made['decisionId'], reason: WORDS, signedBy: TWO }),
    ],
    [
      'warn',
      'warning-published',
      () => ({
        agencyId: world.agency.id,
        target: { kind: 'gtin', gtin: GTIN.unknown },
        reason: WORDS,
        signedBy: ['An'],
      }),
    ],
  ];

  it('is among those that are tried here', () => {
    expect(ACTS.map(([name]) => name).sort()).toEqual(Object.keys(VERBS).sort());
  });

  it.each(ACTS)('%s writes exactly one entry, %s, with who did it', async (name, kind, input, keep) => {
    const before = new Set((await entries()).map(({ id }) => id));
    const result = (await VERBS[name]!.run(service.ctx, OPERATOR, input())) as Record<
      string,
      string | number
    >;
    if (keep) made[keep] = result[keep] ?? result['id']!;
    const added = (await entries()).filter(({ id }) => !before.has(id));
    expect(added).toMatchObject([{ kind, body: { kind, actor: OPERATOR } }]);
  });
});

describe('the role of the service', () => {
  const DENIED = '42501';
  const UNAUDITED = '23000';

  /** The SQLSTATE that a statement ends with, or `done`. */
  const tried = async (statement: string) => {
    const client = await pool().connect();
    try {
      await client.query('begin');
      await client.query(statement);
      return 'done';
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it.each([
    'update app.audit_entry set kind = kind',
    'delete from app.audit_entry',
    'truncate app.audit_entry cascade',
    'alter table app.audit_entry disable trigger all',
    'drop trigger audit_entry_stays on app.audit_entry',
    'delete from app.decision',
    'delete from app.code_range',
    'delete from app.batch',
    'delete from app.code_run',
    'update app.code_run set last = first',
    'delete from app.code_download',
    'update app.code_download set reason = null',
    'delete from app.activity',
    'delete from app.approval',
    'delete from app.imported_code',
    'update app.imported_code set batch = 1',
    'delete from app.unit',
    'update app.check_event set n = 1',
    'delete from app.check_event',
    'update app.key_fingerprint set fingerprint = fingerprint',
    'update app.deployment set demo = true',
    'delete from app.registry_clock',
    'create table app.mine (one int)',
    'create table public.mine (one int)',
    'create schema mine',
    'create function app.mine() returns int language sql as $$ select 1 $$',
    'set session_replication_role = replica',
    'alter role assay_app superuser',
  ])('may not: %s', async (statement) => {
    expect(await tried(statement)).toBe(DENIED);
  });

  it.each(['organisation', 'prefix', 'product', 'batch', 'epoch', 'code_range', 'decision'])(
    'changes no row of %s without an entry of that very transaction',
    async (table) => {
      expect(await tried(`update app.${table} set last_entry = last_entry`)).toBe(UNAUDITED);
      const other = `update app.${table} set last_entry = (select id from app.audit_entry limit 1)`;
      expect(await tried(other)).toBe(UNAUDITED);
    },
  );

  it('puts no decision in force without an entry', async () => {
    const copy = `insert into app.decision (id, kind, organisation_id, date, reason, target, signed_by, last_entry)
      select gen_random_uuid(), kind, organisation_id, date, reason, target, signed_by, last_entry from app.decision`;
    expect(await tried(`${copy} limit 1`)).toBe(UNAUDITED);
  });
});
