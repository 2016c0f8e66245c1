import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { backUp, type Manifest, restore, type Restored } from '../../src/backup/index.ts';
import { type Keys, loadKeys } from '../../src/keys/index.ts';
import { createDatabase, type TestDatabase } from './create-database.ts';
import { OPERATOR, startService, type TestService } from './service.ts';

/** Folders and databases of backups; `close` removes all of them. */
export interface Backups {
  /** A path at which nothing is. */
  newDir(): string;
  /** Backs a service's database up and gives the folder. */
  backUp(service: Pick<TestService, 'database'>): Promise<string>;
  /** Restores into a database, a new one unless another is given. */
  restore(dir: string, keys: Keys, options?: RestoreOptions): Promise<Restored & { database: TestDatabase }>;
  /** Restores into a new database and starts a service on it, with the keys of that folder. */
  restart(dir: string, keysDir: string): Promise<TestService>;
  /** A copy of a backup to which something was done. */
  altered(dir: string, alter: (copy: string) => void): string;
  close(): Promise<void>;
}

export interface RestoreOptions {
  into?: TestDatabase;
  demo?: boolean;
  blobDir?: string;
}

export function openBackups(): Backups {
  const folder = mkdtempSync(join(tmpdir(), 'assay-backups-'));
  const closing: (() => Promise<void>)[] = [];
  let dirs = 0;
  const newDir = () => join(folder, `backup-${++dirs}`);

  const restoreDir: Backups['restore'] = async (dir, keys, { into, demo = false, blobDir } = {}) => {
    const database = into ?? (await createDatabase({ empty: true }));
    if (!into) closing.unshift(database.drop);
    const restored = await restore({
      dir,
      keys,
      demo,
      ...(blobDir === undefined ? {} : { blobDir }),
      actor: OPERATOR,
      verify: true,
      now: () => new Date(),
      timeZone: 'Asia/Ho_Chi_Minh',
      inDatabase: (run) => run(database.ownerUrl),
    });
    return { ...restored, database };
  };
  return {
    newDir,
    async backUp({ database }) {
      const dir = newDir();
      await backUp({ ownerUrl: database.ownerUrl, dir });
      return dir;
    },
    restore: restoreDir,
    async restart(dir, keysDir) {
      const { database } = await restoreDir(dir, loadKeys(keysDir));
      const service = await startService({ on: { database, keysDir } });
      closing.unshift(service.close);
      return service;
    },
    altered(dir, alter) {
      const copy = newDir();
      cpSync(dir, copy, { recursive: true });
      alter(copy);
      return copy;
    },
    async close() {
      for (const close of closing) await close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Asks a database as its owner. */
export async function ask<Row extends pg.QueryResultRow>(
  { ownerUrl }: Pick<TestDatabase, 'ownerUrl'>,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Writes another manifest into a backup, with a checksum that fits it. */
export function rewriteManifest(dir: string, change: (manifest: Manifest) => object): void {
  const file = join(dir, 'manifest.json');
  const text = JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Manifest));
  writeFileSync(file, text);
  writeFileSync(`${file}.sha256`, `${createHash('sha256').update(text).digest('hex')}  manifest.json\n`);
}

/** Which of our schemas a database has. */
export async function schemasOf(database: Pick<TestDatabase, 'ownerUrl'>): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    database,
    `select nspname as name from pg_namespace where nspname ~ '^(app|auth|jobs|app_migrations)$' order by 1`,
  );
  return rows.map(({ name }) => name);
}
