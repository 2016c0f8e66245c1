import type { ClientBase } from 'pg';
import type { Migration } from './migrations.ts';

const LIST = 'app_migrations.__drizzle_migrations';

/**
 * Applies those migrations that the database does not have yet, in the transaction that the caller has open, and lists
 * them where drizzle-kit looks for them.
 *
 * @throws the database's error when one fails
 */
export async function applyMigrations(client: ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query('create schema if not exists app_migrations');
  await client.query(
    `create table if not exists ${LIST} (id serial primary key, hash text not null, created_at bigint)`,
  );
  const last = await lastMigration(client);
  for (const { when, hash, statements } of migrations.filter((migration) => migration.when > last)) {
    for (const statement of statements) await client.query(statement);
    await client.query(`insert into ${LIST} (hash, created_at) values ($1, $2)`, [hash, when]);
  }
}

/** The journal's time of the newest migration that the database has; 0 where it has none. */
export async function lastMigration(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    `select coalesce(max(created_at), 0)::float8 as last from ${LIST}`,
  );
  return rows[0]?.last ?? 0;
}
