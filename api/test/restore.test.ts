import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '@assay/contract';
import { verifyBackup } from '../src/backup/index.ts';
import { issueCodes, rotateEpoch } from '../src/codes/index.ts';
import { applyMigrations } from '../src/db/apply-migrations.ts';
import { asOwner } from '../src/db/as-owner.ts';
import { knownMigrations } from '../src/db/migrations.ts';
import { makeKeys } from '../src/keys/index.ts';
import { ask, type Backups, openBackups, rewriteManifest, schemasOf } from './support/backups.ts';
import { createDatabase } from './support/create-database.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, importList, makeWorld, serialsOf, type World } from './support/world.ts';

let backups: Backups;
let service: TestService;
let world: World;
let serials: string[];
/** Of the world before anything below happens to it. */
let dir: string;
beforeAll(async () => {
  backups = openBackups();
  service = await startService();
  world = await makeWorld(service.ctx);
  serials = await serialsOf(service.ctx, world.range);
  await importList(service.ctx, world.lot.id, ['NGAU-7H2K', 'NHIEN-QX94']);
  await service.settle();
  for (const area of ['01', '79']) await service.check({ ...scan(serials[0]!), place: { area } });
  dir = await backups.backUp(service);
}, 120_000);
afterAll(async () => {
  await backups.close();
  await service.close();
});

const scan = (serial: string) => dataMatrix({ gtin: GTIN.medicine, serial });

async function issue({ ctx }: TestService): Promise<string[]> {
  const order = { productId: world.medicine.id, quantity: 50, batchId: world.lot.id };
  return serialsOf(ctx, await issueCodes(ctx, OPERATOR, order));
}

/** However a connection that was cut is told of. */
const LOST = /terminat|connection error|ECONNRESET|EPIPE|closed|ended/i;

describe('a restore', () => {
  it('is refused where anything is in the database, in words that name it', async () => {
    const name = new URL(service.database.ownerUrl).pathname.slice(1);
    const over = backups.restore(dir, service.keys, { into: service.database });
    await expect(over).rejects.toThrow(`the database ${name} on 127.0.0.1`);
    const { database } = await backups.restore(dir, service.keys);
    await expect(backups.restore(dir, service.keys, { into: database })).rejects.toThrow('is not empty');
  });

  it('is refused with other keys, of another world or a newer program, before anything is touched', async () => {
    const into = await createDatabase({ empty: true });
    const others = makeKeys(backups.newDir());
    const newer = backups.altered(dir, (copy) =>
      rewriteManifest(copy, (manifest) => ({ ...manifest, migration: '9999_newer' })),
    );
    for (const [words, attempt] of [
      ['the serials key here is', () => backups.restore(dir, others, { into })],
      [
        'the tokens key here is',
        () => backups.restore(dir, { ...service.keys, tokens: others.tokens }, { into }),
      ],
      ['never goes into a demo', () => backups.restore(dir, service.keys, { into, demo: true })],
      ['9999_newer, which this program', () => backups.restore(newer, service.keys, { into })],
    ] as const)
      await expect(attempt()).rejects.toThrow(words);
    expect(await schemasOf(into)).toEqual([]);
    await into.drop();
  });

  it('whose rows come out otherwise than they went in is found by reading them again, and undone', async () => {
    const into = await createDatabase({ empty: true });
    const copy = backups.altered(dir, (at) =>
      rewriteManifest(at, ({ tables, ...manifest }) => ({
        ...manifest,
        tables: tables.map((table) => ({ ...table, contents: `${table.contents}1` })),
      })),
    );
    const attempt = backups.restore(copy, service.keys, { into });
    await expect(attempt).rejects.toThrow('does not hold what the backup holds');
    expect(await schemasOf(into)).toEqual([]);
    await into.drop();
  });

  it('that loses its connection leaves the database empty, and the next one succeeds', async () => {
    const into = await createDatabase({ empty: true });
    const attempt = backups.restore(dir, service.keys, { into });
    await Promise.all([expect(attempt).rejects.toThrow(LOST), breakRestore(into.ownerUrl)]);
    await expect.poll(() => schemasOf(into)).toEqual([]);
    await backups.restore(dir, service.keys, { into });
    expect(await schemasOf(into)).toEqual(['app', 'app_migrations', 'auth', 'jobs']);
    await into.drop();
  });

  it('goes on to the newest schema from that of the backup', async () => {
    const known = knownMigrations();
    const older = await createDatabase({ empty: true });
    await asOwner(older.ownerUrl, 'test', (client) => applyMigrations(client, known.slice(0, -1)));
    await ask(older, 'insert into app.deployment (demo) values (false)');
    const taken = await backups.backUp({ database: older });
    const { database, manifest } = await backups.restore(taken, service.keys);
    expect(manifest.migration).toBe(known.at(-2)!.name);
    const [row] = await ask(
      database,
      `select max(created_at)::float8 as at, (select count(*)::int from app.deployment) as deployments
       from app_migrations.__drizzle_migrations`,
    );
    expect(row).toEqual({ at: known.at(-1)!.when, deployments: 1 });
    await older.drop();
  });

  it('leaves the rules of the database in force, and every event in the partition of its day', async () => {
    const { database } = await backups.restore(dir, service.keys);
    await expect(ask(database, `update app.product set name = 'x'`)).rejects.toThrow('needs an audit entry');
    await expect(ask(database, `update app.audit_entry set kind = 'x'`)).rejects.toThrow('never edited');
    const [events] = await ask(
      database,
      `select count(*)::int as n, count(*) filter (where tableoid = 'app.check_event_rest'::regclass)::int as rest
       from app.check_event`,
    );
    expect(events).toEqual({ n: 2, rest: 0 });
  });

  it('is told in the audit log, and gives no number out again', async () => {
    const { database, epochs } = await backups.restore(dir, service.keys);
    const { takenAt, migration } = await verifyBackup(dir);
    const entries = await ask(
      database,
      `select convert_from(body, 'UTF8')::json as body from app.audit_entry where kind = 'restored'`,
    );
    expect(entries).toMatchObject([{ body: { takenAt, migration, actor: { name: OPERATOR.name } } }]);
    expect(epochs).toEqual({ opened: 1, full: [] });
    const [numbers] = await ask(
      database,
      `select (select max(number) - min(number) from app.epoch) as epochs, nextval('app.batch_id_seq')::int as lot,
         (select v > 4e9 from app.registry_clock) as leapt, (select count(*)::int from app.change) as changes`,
    );
    expect(numbers).toEqual({ epochs: 10, lot: world.lot.id + 1_000_001, leapt: true, changes: 0 });
  });

  it('lets a product with as many epochs as it may have issue nothing, rather than anything twice', async () => {
    const full = await startService();
    const { medicine, lot } = await makeWorld(full.ctx);
    for (let n = 1; n < 8; n++)
      await rotateEpoch(full.ctx, OPERATOR, { productId: medicine.id, why: 'test' });
    const { epochs, database } = await backups.restore(await backups.backUp(full), full.keys);
    expect(epochs).toEqual({ opened: 0, full: ['Thuốc thử 500 mg'] });
    const restored = await startService({ on: { database, keysDir: full.keysDir } });
    const order = { productId: medicine.id, quantity: 1, batchId: lot.id };
    await expect(issueCodes(restored.ctx, OPERATOR, order)).rejects.toThrow('8 epochs in use');
    await restored.close();
    await full.close();
  });
});

describe('after a restore', () => {
  it('the same codes get the same answers', async () => {
    const restored = await backups.restart(dir, service.keysDir);
    for (const request of [
      scan(serials[0]!),
      scan(serials[1]!),
      scan('NGAU-7H2K'),
      scan(`${serials[0]!.slice(0, -1)}0`),
      { text: GTIN.milk, format: 'ean_13' as const },
    ])
      expect(told(await restored.check(request))).toEqual(told(await service.check(request)));
  });

  it('no serial is issued twice, and those that were issued meanwhile are not yet listed and raise an alarm', async () => {
    const lost = await issue(service);
    const restored = await backups.restart(dir, service.keysDir);
    const issued = await issue(restored);
    await Promise.all([service.settle(), restored.settle()]);
    expect(new Set([...serials, ...lost, ...issued]).size).toBe(serials.length + lost.length + issued.length);
    expect(await restored.check(scan(issued[0]!))).toMatchObject({ verdict: 'authentic', scope: 'unit' });
    expect(await restored.check(scan(serials[2]!))).toMatchObject({ verdict: 'authentic', scope: 'unit' });
    expect(await service.check(scan(lost[0]!))).toMatchObject({ verdict: 'authentic', scope: 'unit' });
    const before = restored.checks.tally.alarms;
    const answer = await restored.check(scan(lost[0]!));
    expect(answer).toMatchObject({ verdict: 'unknown', reasons: ['not-yet-listed'] });
    expect(restored.checks.tally.alarms).toBe(before + 1);
  });

  it('nobody is signed in', async () => {
    const other = await startService();
    await ask(
      other.database,
      `insert into auth."user" (id, name, email) values ('p', 'p', 'p@hang.example')`,
    );
    await ask(
      other.database,
      `insert into auth.session (id, expires_at, token, user_id) values ('s', 'infinity', 't', 'p')`,
    );
    const { database } = await backups.restore(await backups.backUp(other), other.keys);
    const [left] = await ask(
      database,
      `select (select count(*)::int from auth."user") as people, (select count(*)::int from auth.session) as sessions`,
    );
    expect(left).toEqual({ people: 1, sessions: 0 });
    await other.close();
  });
});

/** What an answer says, without when it was given and the name of this check. */
function told(answer: Answer) {
  return { ...answer, checkId: undefined, asOf: undefined, age: undefined };
}

/** Ends the connection of a restore while it loads. */
async function breakRestore(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  for (let ended = 0; ended === 0;) {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'assay-restore' and datname = current_database() and query ~* '^(copy|alter table)'`,
    );
    ended = rowCount ?? 0;
  }
  await client.end();
}
