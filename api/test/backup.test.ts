import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, verifyBackup } from '../src/backup/index.ts';
import { quoted } from '../src/backup/list-tables.ts';
import { issueCodes } from '../src/codes/index.ts';
import { ask, type Backups, openBackups, rewriteManifest, schemasOf } from './support/backups.ts';
import { createDatabase } from './support/create-database.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { makeWorld, type World } from './support/world.ts';

let backups: Backups;
let service: TestService;
let world: World;
let dir: string;
beforeAll(async () => {
  backups = openBackups();
  service = await startService();
  world = await makeWorld(service.ctx);
  dir = await backups.backUp(service);
}, 120_000);
afterAll(async () => {
  await backups.close();
  await service.close();
});

const backUpTo = (to: string) => backUp({ ownerUrl: service.database.ownerUrl, dir: to });

describe('a backup', () => {
  it('holds every table of the service but changes, sessions and links', async () => {
    const { tables } = await verifyBackup(dir);
    const there = await ask<{ name: string }>(
      service.database,
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname in ('app', 'auth') and tablename !~ '^check_event_'`,
    );
    const apart = new Set(['app.change', 'auth.session', 'auth.verification']);
    const expected = there.map(({ name }) => name).filter((name) => !apart.has(name));
    expect(tables.map(({ name }) => name)).toEqual(expected.sort());
    for (const { name, rows } of tables) {
      const [found] = await ask<{ rows: number }>(
        service.database,
        `select count(*)::int as rows from ${quoted(name)}`,
      );
      expect({ name, rows }).toEqual({ name, ...found });
    }
  });

  it('holds no key, and names those without which it is worth nothing', async () => {
    const { keys } = service;
    const manifest = await verifyBackup(dir);
    expect(manifest.keys).toEqual({ serials: keys.serials.id, tokens: keys.tokens.id });
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name));
      for (const { key } of Object.values(keys))
        for (const form of [key, key.toString('hex'), key.toString('base64')])
          expect(bytes.includes(form)).toBe(false);
    }
  });

  it('is of one moment, however much is issued meanwhile', async () => {
    const stop = new AbortController();
    const issuing = (async () => {
      const order = { productId: world.medicine.id, quantity: 1, batchId: world.lot.id };
      while (!stop.signal.aborted) await issueCodes(service.ctx, OPERATOR, order);
    })();
    const taken = await backups.backUp(service);
    stop.abort();
    await issuing;
    const { database } = await backups.restore(taken, service.keys);
    const [row] = await ask(
      database,
      `select next_index = (select max(last) + 1 from app.code_range) as whole,
         (select count(*)::int from app.code_range) -
           (select count(*)::int from app.audit_entry where kind = 'codes-issued') as unaccounted
       from app.epoch where next_index > 0`,
    );
    expect(row).toEqual({ whole: true, unaccounted: 0 });
  });

  it.each<[string, (to: string) => void, string]>([
    ['a folder in which something is', (to) => mkdirSync(join(to, 'some'), { recursive: true }), 'not empty'],
    ['the name of a file', (to) => writeFileSync(to, ''), 'cannot be a folder'],
    ['a place to which another goes', (to) => mkdirSync(`${to}.partial`), 'another backup is under way'],
  ])('is not written over %s', async (_, occupy, words) => {
    const to = backups.newDir();
    occupy(to);
    await expect(backUpTo(to)).rejects.toThrow(words);
  });

  it('is not written where a disk is missing', async () => {
    const to = join(backups.newDir(), 'not-mounted', 'backup');
    await expect(backUpTo(to)).rejects.toThrow('cannot be made (ENOENT)');
  });

  it('of a database that is not set up is refused and leaves nothing', async () => {
    const { ownerUrl, drop } = await createDatabase({ empty: true });
    const to = backups.newDir();
    await expect(backUp({ ownerUrl, dir: to })).rejects.toThrow('is not set up');
    expect([existsSync(to), existsSync(`${to}.partial`)]).toEqual([false, false]);
    await drop();
  });

  it('of a database that a newer program migrated is refused', async () => {
    const newer = await createDatabase();
    await ask(newer, 'insert into app.deployment (demo) values (false)');
    await ask(newer, `insert into app_migrations.__drizzle_migrations (hash, created_at) values ('', 9e15)`);
    const attempt = backUp({ ownerUrl: newer.ownerUrl, dir: backups.newDir() });
    await expect(attempt).rejects.toThrow('newer program');
    await newer.drop();
  });
});

describe('a backup that was damaged', () => {
  const products = (copy: string) => join(copy, 'tables', 'app.product.copy.gz');
  const damages: [string, (copy: string) => void, string][] = [
    ['has no manifest', (copy) => rmSync(join(copy, 'manifest.json')), 'no whole backup'],
    ['has another manifest', (copy) => writeFileSync(join(copy, 'manifest.json'), '{}'), 'is damaged'],
    [
      'has a form of later',
      (copy) => rewriteManifest(copy, (manifest) => ({ ...manifest, version: 2 })),
      'does not know',
    ],
    ['has lost a table', (copy) => rmSync(products(copy)), 'cannot be read (ENOENT)'],
    ['was cut short', (copy) => truncateSync(products(copy), 100), 'has 100 bytes instead of'],
    ['has one other byte', (copy) => flipByte(products(copy)), 'is damaged'],
  ];

  it.each(damages)('because it %s, is told so by reading it', async (_, damage, words) => {
    await expect(verifyBackup(backups.altered(dir, damage))).rejects.toThrow(words);
  });

  it.each(damages)('because it %s, leaves a database empty', async (_, damage, words) => {
    const into = await createDatabase({ empty: true });
    const attempt = backups.restore(backups.altered(dir, damage), service.keys, { into });
    await expect(attempt).rejects.toThrow(words);
    expect(await schemasOf(into)).toEqual([]);
    await into.drop();
  });
});

const PICTURE = 'một tấm ảnh';

describe('the store of files', () => {
  /** A store with one file, and one that is still being written. */
  const openStore = (content = PICTURE) => {
    const blobDir = backups.newDir();
    const sha256 = createHash('sha256').update(PICTURE).digest('hex');
    const folder = join(blobDir, sha256.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, sha256), content);
    writeFileSync(join(folder, 'upload.partial'), 'một');
    return { blobDir, place: join(sha256.slice(0, 2), sha256), sha256 };
  };
  const backUpWith = async (blobDir: string) => {
    const to = backups.newDir();
    return { to, manifest: await backUp({ ownerUrl: service.database.ownerUrl, dir: to, blobDir }) };
  };

  it('goes with the backup and comes back by name', async () => {
    const { blobDir, place, sha256 } = openStore();
    const { to, manifest } = await backUpWith(blobDir);
    expect(manifest.blobs).toEqual([{ sha256, bytes: Buffer.byteLength(PICTURE) }]);
    const [given, half] = [backups.newDir(), openStore('một tấm')];
    for (const store of [given, half.blobDir]) {
      await backups.restore(to, service.keys, { blobDir: store });
      expect(readFileSync(join(store, place), 'utf8')).toBe(PICTURE);
    }
    await expect(backups.restore(to, service.keys)).rejects.toThrow('holds 1 files');
  });

  it('is not backed up where a file is not what its name says, and no backup is left', async () => {
    const { blobDir } = openStore(`${PICTURE} khác`);
    const to = backups.newDir();
    const attempt = backUp({ ownerUrl: service.database.ownerUrl, dir: to, blobDir });
    await expect(attempt).rejects.toThrow('is damaged');
    expect([existsSync(to), existsSync(`${to}.partial`)]).toEqual([false, false]);
  });

  it('is missed in a backup from which a file was lost', async () => {
    const { blobDir, place } = openStore();
    const { to } = await backUpWith(blobDir);
    rmSync(join(to, 'blobs', place));
    await expect(verifyBackup(to)).rejects.toThrow('cannot be read (ENOENT)');
  });
});

function flipByte(file: string): void {
  const bytes = readFileSync(file);
  bytes[200]! ^= 1;
  writeFileSync(file, bytes);
}
