import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Manifest, verifyBackup } from '../src/backup/index.ts';
import { issueCodes } from '../src/codes/index.ts';
import { seedDemo } from '../src/demo/seed-demo.ts';
import { ask, schemasOf } from '../test/support/backups.ts';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { openFolder } from '../test/support/open-folder.ts';
import { OPERATOR, startService, type TestService } from '../test/support/service.ts';
import { serialsOf } from '../test/support/world.ts';
import { type AdversaryWorld, makeAdversaryWorld } from './support/adversary-world.ts';
import { attacksOn } from './support/attacks.ts';
import { provideBuild } from './support/built.ts';
import { genuineReadings } from './support/genuine.ts';
import { outcomeOf } from './support/outcome.ts';
import { randomFrom } from './support/random.ts';
import { report, size } from './support/size.ts';
import { type RunningOps, startOps } from './support/start-ops.ts';

const CHECKS = size({ small: 100, full: 1_000 });
const SERIALS = size({ small: 200, full: 5_000 });
const GENERATIONS = size({ small: 1, full: 3 });
const UNITS = size({ small: 60_000, full: 2_000_000 });
const SEED = 20_261_125;
const MOST_MEMORY_MB = 256;

const random = randomFrom(SEED);
const folder = openFolder('assay-backup-');
const newDir = () => join(folder, `backup-${random.text('0123456789', 12)}`);

let service: TestService;
let world: AdversaryWorld;
let first: string;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  provideBuild();
  service = await startService({ env: { QUERY_TIMEOUT_MS: '20000', LOCK_TIMEOUT_MS: '10000' } });
  world = await makeAdversaryWorld(service.ctx, random);
  await service.settle();
  first = await backUp(service);
}, 240_000);
afterAll(async () => {
  for (const close of closing) await close();
  await service.close();
  rmSync(folder, { recursive: true });
});

const environment = ({ ownerUrl, appUrl }: TestDatabase, keysDir = service.keysDir) => ({
  DATABASE_OWNER_URL: ownerUrl,
  DATABASE_URL: appUrl,
  ASSAY_KEYS: keysDir,
});

async function succeed({ ended }: RunningOps) {
  const done = await ended;
  if (done.code !== 0) throw new Error(`${done.code}: ${done.stderr}`);
  return done;
}

async function backUp({ database }: Pick<TestService, 'database'>): Promise<string> {
  const dir = newDir();
  await succeed(startOps(['backup', dir], environment(database)));
  return dir;
}

/** A service on what the operator's command restores. */
async function restore(dir: string): Promise<TestService> {
  const database = await createDatabase({ empty: true });
  await succeed(startOps(['restore', dir, '--verify'], environment(database)));
  const restored = await startService({
    on: { database, keysDir: service.keysDir },
    env: { QUERY_TIMEOUT_MS: '20000', LOCK_TIMEOUT_MS: '10000' },
  });
  closing.push(async () => {
    await restored.close();
    await database.drop();
  });
  return restored;
}

it(`a restored world answers ${CHECKS} random checks as the first one does`, async () => {
  const restored = await restore(first);
  const kinds = [
    ...Object.values(attacksOn(world, random)).map(({ make }) => make),
    ...Object.values(genuineReadings(world, random)),
  ];
  const names = new Map<string, number>();
  for (let n = 0; n < CHECKS; n++) {
    const request = random.pick(kinds)();
    const [then, now] = [await outcomeOf(service.app, request), await outcomeOf(restored.app, request)];
    expect({ request, ...told(now) }).toEqual({ request, ...told(then) });
    names.set(now.name, (names.get(now.name) ?? 0) + 1);
  }
  report(...[...names].map(([name, count]) => `${String(count).padStart(6)}  ${name}`));
}, 600_000);

/** What was said, without when and the name of this check. */
function told(outcome: Awaited<ReturnType<typeof outcomeOf>>) {
  if ('problem' in outcome) return { name: outcome.name };
  return { ...outcome.answer, checkId: undefined, asOf: undefined, age: undefined };
}

it(`backed up, issued, restored and issued again ${GENERATIONS} times, no serial comes twice`, async () => {
  const seen = new Set<string>();
  let issued = 0;
  const products = await ask<{ id: string; gtin: string }>(
    service.database,
    'select distinct p.id, p.gtin from app.product p join app.epoch e on e.product_id = p.id where e.next_index > 0',
  );
  const issue = async ({ ctx }: TestService) => {
    for (const { id, gtin } of products) {
      const range = await issueCodes(ctx, OPERATOR, { productId: id, quantity: SERIALS });
      for (const serial of await serialsOf(ctx, range)) seen.add(`${gtin} ${serial}`);
      issued += SERIALS;
    }
  };
  let current = service;
  await issue(current);
  for (let generation = 0; generation < GENERATIONS; generation++) {
    const dir = await backUp(current);
    await issue(current);
    current = await restore(dir);
    await issue(current);
  }
  expect(seen.size).toBe(issued);
  report(`${issued} serials of ${products.length} products in ${GENERATIONS} generations: none twice`);
}, 900_000);

it('killed half-way, a backup leaves nothing that looks whole, and a restore an empty database', async () => {
  const big = await startService();
  closing.push(big.close);
  await fill(big.database);
  const env = environment(big.database, big.keysDir);

  const broken = newDir();
  await killDuring(startOps(['backup', broken], env), big.database, 'copy (select');
  expect(existsSync(broken)).toBe(false);
  await expect(verifyBackup(`${broken}.partial`)).rejects.toThrow('no whole backup');

  const dir = newDir();
  const took = await timed(() => succeed(startOps(['backup', dir], env)));
  const into = await createDatabase({ empty: true });
  closing.push(into.drop);
  const there = environment(into, big.keysDir);
  await killDuring(startOps(['restore', dir], there), into, 'copy "app"."unit"');
  await expect.poll(() => schemasOf(into), { timeout: 30_000 }).toEqual([]);
  const loaded = await timed(() => succeed(startOps(['restore', dir, '--verify'], there)));

  expect(Math.max(took.mostMb, loaded.mostMb)).toBeLessThan(MOST_MEMORY_MB);
  const manifest = await verifyBackup(dir);
  report(rate('backup', took, manifest), rate('restore --verify', loaded, manifest));
}, 900_000);

it('the demo moves to a new data folder, whole', async () => {
  const demo = await startService({ demo: true });
  await seedDemo(demo.ctx);
  const from = newDir();
  const asDemo = { EMBEDDED_DATABASE: '1', DEMO: '1' };
  await succeed(startOps(['backup', from], { ...environment(demo.database, demo.keysDir), ...asDemo }));
  const moved = { DATA_DIR: join(folder, 'data'), ASSAY_KEYS: demo.keysDir };
  await succeed(startOps(['restore', from, '--verify'], moved));
  const again = newDir();
  await succeed(startOps(['backup', again], moved));
  expect(unchanged(await verifyBackup(again))).toEqual(unchanged(await verifyBackup(from)));
  await demo.close();
}, 180_000);

/** All tables but those that beginning anew adds to. */
function unchanged({ tables }: Manifest) {
  const anew = new Set(['app.audit_entry', 'app.epoch', 'app.registry_clock']);
  return tables
    .filter(({ name }) => !anew.has(name))
    .map(({ name, rows, contents }) => [name, rows, contents]);
}

/** Units and checks as a busy deployment has them. */
async function fill(database: TestDatabase): Promise<void> {
  await ask(
    database,
    `insert into app.unit (gtin, epoch, idx, n, added, attempts, provinces, first_hour)
     select 9520001000010, 1, i, 1, 1, array[hashint8extended(i, 0)], 1, now() from generate_series(1, ${UNITS}) i`,
  );
  await ask(
    database,
    `insert into app.check_event (day, gtin, epoch, idx, n, hour, province, marks)
     select current_date, 9520001000010, 1, i, 1, 0, -1, 0 from generate_series(1, ${UNITS}) i`,
  );
}

/** Kills a command once the database does the named work for it. */
async function killDuring(ops: RunningOps, database: TestDatabase, work: string): Promise<void> {
  const isAtIt = async () => {
    const rows = await ask(
      database,
      `select from pg_stat_activity where datname = current_database() and state = 'active'
         and application_name in ('assay-backup', 'assay-restore') and starts_with(query, $1)`,
      [work],
    );
    return rows.length > 0;
  };
  await expect.poll(isAtIt, { timeout: 60_000, interval: 5 }).toBe(true);
  ops.kill();
  expect((await ops.ended).code).toBeNull();
}

async function timed<Done>(run: () => Promise<Done>): Promise<Done & { seconds: number }> {
  const since = performance.now();
  const done = await run();
  return { ...done, seconds: (performance.now() - since) / 1000 };
}

function rate(what: string, { seconds, mostMb }: { seconds: number; mostMb: number }, { tables }: Manifest) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const mb = tables.reduce((sum, table) => sum + table.bytes, 0) / 1e6;
  return (
    `${what}: ${rows} rows, ${mb.toFixed(1)} MB compressed, ${seconds.toFixed(1)} s, ` +
    `${Math.round(rows / seconds)} rows a second, at most ${mostMb} MB of memory`
  );
}
