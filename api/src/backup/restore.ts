import type { Client } from 'pg';
import type { EpochsAnew } from '../codes/index.ts';
import type { Author, Ctx } from '../context.ts';
import { applyMigrations } from '../db/apply-migrations.ts';
import { asOwner } from '../db/as-owner.ts';
import type { Tx } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { knownMigrations } from '../db/migrations.ts';
import { beginAnew } from './begin-anew.ts';
import { restoreBlobs } from './blobs.ts';
import { compareContents } from './compare-contents.ts';
import { inTransaction } from './in-transaction.ts';
import { listTables, quoted } from './list-tables.ts';
import { loadTables } from './load-tables.ts';
import type { Manifest } from './manifest.ts';
import { openEverySecret } from './open-every-secret.ts';
import { blobsFolder } from './places.ts';
import { requireEmpty } from './require-empty.ts';
import { type Here, migrationsUpTo, requireFitting } from './require-fitting.ts';
import { verifyBackup } from './verify-backup.ts';

export interface RestoreOrder extends Here, Pick<Ctx, 'now' | 'timeZone'> {
  dir: string;
  actor: Author;
  /** Reads again what was loaded, and opens every secret, before anything is final. */
  verify: boolean;
  /** Brings up the empty database and gives its owner's address; asked once the backup is known to be whole. */
  inDatabase: <Done>(run: (ownerUrl: string) => Promise<Done>) => Promise<Done>;
}

export interface Restored {
  manifest: Manifest;
  epochs: EpochsAnew;
  /** How many secrets the keys open; only where that was asked for. */
  secrets: number | undefined;
}

/**
 * Loads a backup into an empty database, brings it to the newest schema and begins anew (`begin-anew.ts`): all of it or
 * nothing, however it is interrupted.
 *
 * @throws Refused where backup, keys or database do not fit; SerialKeyError where a secret does not open
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const manifest = await verifyBackup(order.dir);
  requireFitting(manifest, order);
  const known = knownMigrations();
  const first = migrationsUpTo(manifest.migration, known);
  if (order.blobDir !== undefined) await restoreBlobs(manifest.blobs, blobsFolder(order.dir), order.blobDir);

  return order.inDatabase(async (ownerUrl) => {
    const restored = await asOwner(ownerUrl, 'assay-restore', (client) =>
      inTransaction(client, async (tx) => {
        await requireEmpty(client, ownerUrl);
        await applyMigrations(client, first);
        await loadTables(client, manifest, order.dir);
        if (order.verify) await compareContents(client, manifest.tables);
        await applyMigrations(client, known);
        return finish(tx, manifest, order);
      }),
    );
    await migrate(ownerUrl);
    await asOwner(ownerUrl, 'assay-restore', measureTables);
    return restored;
  });
}

async function finish(tx: Tx, manifest: Manifest, order: RestoreOrder): Promise<Restored> {
  const secrets = order.verify ? await openEverySecret(tx, order.keys) : undefined;
  const { takenAt, migration } = manifest;
  const epochs = await beginAnew(tx, order, order.actor, { takenAt, migration });
  return { manifest, epochs, secrets };
}

/** Without it the first checks would be planned for empty tables. */
async function measureTables(client: Client): Promise<void> {
  const tables = await listTables(client);
  await client.query(`analyze ${tables.map(({ name }) => quoted(name)).join(', ')}`);
}
