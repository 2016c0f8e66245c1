import type { ClientBase } from 'pg';
import { Refused } from '../refused.ts';
import { nameOfDatabase } from './name-of-database.ts';

/**
 * Refuses a database in which anything of ours is, if only an empty table.
 *
 * @throws Refused `conflict`
 */
export async function requireEmpty(client: ClientBase, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname in ('app', 'auth', 'jobs', 'app_migrations') order by 1`,
  );
  if (rows.length === 0) return;
  throw new Refused(
    'conflict',
    `${nameOfDatabase(ownerUrl)} is not empty (it has ${rows.map(({ name }) => name).join(', ')}), and a restore never ` +
      'writes over anything',
    'Make a new database and give its address, or another DATA_DIR.',
  );
}
