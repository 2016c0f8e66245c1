import { mkdir } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { lastMigration } from '../db/apply-migrations.ts';
import { asOwner } from '../db/as-owner.ts';
import { knownMigrations } from '../db/migrations.ts';
import { TABLES_LOCK } from '../db/tables-lock.ts';
import { Refused } from '../refused.ts';
import { copyBlobs } from './blobs.ts';
import { copyOut } from './copy-table.ts';
import { writeManifest } from './keep-manifest.ts';
import { listTables } from './list-tables.ts';
import type { Manifest, Table } from './manifest.ts';
import { nameOfDatabase } from './name-of-database.ts';
import { blobsFolder, tablesFolder } from './places.ts';
import { useSameText } from './same-text.ts';
import { readSequences } from './sequences.ts';
import { syncFolder, writeWhole } from './write-whole.ts';

export interface BackupOrder {
  ownerUrl: string;
  /** Does not exist yet, or is empty. */
  dir: string;
  /** The blob store, where there is one. */
  blobDir?: string;
  /** Told of every table that is written. */
  onTable?: (table: Table) => void;
}

/**
 * Writes everything that the database held at one moment into a folder, while the service goes on: a file a table, the
 * blobs, and a manifest. Keys are not in it and are not needed for it.
 *
 * @throws Refused where the folder is taken, the database is not set up or newer than this program, or a blob is damaged
 */
export async function backUp(order: BackupOrder): Promise<Manifest> {
  return writeWhole(order.dir, async (partial) => {
    const database = await asOwner(order.ownerUrl, 'assay-backup', (client) =>
      writeDatabase(client, partial, order),
    );
    const blobs = order.blobDir === undefined ? [] : await copyBlobs(order.blobDir, blobsFolder(partial));
    const manifest: Manifest = { format: 'assay-backup', version: 1, ...database, blobs };
    await writeManifest(partial, manifest);
    return manifest;
  });
}

type DatabasePart = Omit<Manifest, 'format' | 'version' | 'blobs'>;

async function writeDatabase(
  client: ClientBase,
  dir: string,
  { ownerUrl, onTable }: BackupOrder,
): Promise<DatabasePart> {
  await client.query('select pg_advisory_lock_shared($1)', [TABLES_LOCK]);
  await client.query('begin isolation level repeatable read, read only');
  await useSameText(client);
  const about = await describe(client, ownerUrl);
  await mkdir(tablesFolder(dir), { mode: 0o700 });
  const tables: Table[] = [];
  for (const shape of await listTables(client)) {
    const table = await copyOut(client, shape, dir);
    onTable?.(table);
    tables.push(table);
  }
  await syncFolder(tablesFolder(dir));
  return { ...about, tables, sequences: await readSequences(client) };
}

async function describe(
  client: ClientBase,
  ownerUrl: string,
): Promise<Omit<DatabasePart, 'tables' | 'sequences'>> {
  await requireSetUp(client, ownerUrl);
  const { rows } = await client.query<Omit<DatabasePart, 'tables' | 'sequences' | 'migration'>>(
    `select to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "takenAt", demo,
       current_setting('server_version') as server,
       (select coalesce(json_object_agg(purpose, fingerprint), '{}') from app.key_fingerprint) as keys,
       (select coalesce(json_agg(to_date(right(relname, 8), 'YYYYMMDD') order by relname), '[]')
        from pg_inherits join pg_class c on c.oid = inhrelid
        where inhparent = 'app.check_event'::regclass and relname ~ '^check_event_\\d{8}$') as "eventDays"
     from app.deployment`,
  );
  return { ...rows[0]!, migration: await nameOfMigration(client) };
}

async function requireSetUp(client: ClientBase, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ ready: boolean }>(
    `select to_regclass('app.deployment') is not null as ready`,
  );
  if (rows[0]?.ready) return;
  throw new Refused(
    'not-found',
    `${nameOfDatabase(ownerUrl)} is not set up`,
    'Check DATABASE_OWNER_URL or DATA_DIR.',
  );
}

async function nameOfMigration(client: ClientBase): Promise<string> {
  const last = await lastMigration(client);
  const migration = knownMigrations().find(({ when }) => when === last);
  if (migration) return migration.name;
  throw new Refused(
    'conflict',
    'the database was migrated by a newer program than this one',
    'Back it up with that program.',
  );
}
