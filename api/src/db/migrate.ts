import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { applyMigrations } from './apply-migrations.ts';
import { knownMigrations } from './migrations.ts';
import { TABLES_LOCK } from './tables-lock.ts';

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
    await client.query('select pg_advisory_lock($1)', [TABLES_LOCK]);
    await client.query('begin');
    await applyMigrations(client, knownMigrations());
    await client.query('commit');
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
