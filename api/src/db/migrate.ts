import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { PgBoss } from 'pg-boss';
import pg from 'pg';

/** Any number; the same for every starter, so that one migrates and the others wait. */
const MIGRATION_LOCK = 4_178_202_611;

/**
 * Brings the database to the newest schema, once, however many processes ask at the same time.
 *
 * @param ownerUrl connection of the role that owns the schemas, straight to PostgreSQL (a session lock is held)
 * @throws the database's error when a migration fails; nothing of that migration stays
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'assay-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await applyMigrations(drizzle(client), {
      migrationsFolder: migrationsFolder(),
      migrationsSchema: 'app_migrations',
    });
    await migrateJobs(ownerUrl);
    await client.query(`
      grant usage on schema jobs to assay_app;
      grant select, insert, update, delete on all tables in schema jobs to assay_app;
      grant usage on all sequences in schema jobs to assay_app;
      grant execute on all functions in schema jobs to assay_app;`);
  } finally {
    await client.end();
  }
}

async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: 'jobs',
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
}

/** Beside this file in the source, beside the bundle once built. */
function migrationsFolder(): string {
  const folder = fileURLToPath(new URL('./migrations', import.meta.url));
  if (!existsSync(folder)) throw new Error(`the migrations are missing: ${folder}; build the api again`);
  return folder;
}
