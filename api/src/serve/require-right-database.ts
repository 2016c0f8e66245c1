import type { Pool } from 'pg';
import { errorCode } from '../error-code.ts';
import { type Keys, matchKeys } from '../keys/index.ts';

/** This process and this database do not belong together; the message says why and what to do. */
export class WrongDatabase extends Error {
  override readonly name = 'WrongDatabase';
}

/**
 * Refuses a database that is not meant for this process: demo and earnest never mix, other keys would make every
 * genuine code "never issued", and a role that owns tables could rewrite what happened.
 *
 * @throws WrongDatabase, KeyMismatch
 */
export async function requireRightDatabase(pool: Pool, keys: Keys, demo: boolean): Promise<void> {
  await requireOwningNothing(pool);
  await requireSameWorld(pool, demo);
  await matchKeys(pool, keys, { record: false });
}

export async function requireSameWorld(pool: Pick<Pool, 'query'>, demo: boolean): Promise<void> {
  const deployment = await readDeployment(pool);
  if (!deployment) throw new WrongDatabase('The database is not set up: run `npm run ops -- migrate` first.');
  if (deployment.demo === demo) return;
  throw new WrongDatabase(
    deployment.demo
      ? 'This database holds the demo world and cannot be used in earnest. Give another DATABASE_URL or DATA_DIR.'
      : 'This database is in earnest and never takes the demo. Set DEMO=0, or give an empty DATA_DIR.',
  );
}

const UNDEFINED_TABLE = '42P01';

async function readDeployment(pool: Pick<Pool, 'query'>): Promise<{ demo: boolean } | undefined> {
  try {
    const { rows } = await pool.query<{ demo: boolean }>('select demo from app.deployment');
    return rows[0];
  } catch (error) {
    if (errorCode(error) === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

async function requireOwningNothing(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; owns: boolean }>(
    `select current_user as name, r.rolsuper or exists (
       select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relowner = r.oid and n.nspname in ('app', 'auth', 'jobs')) as owns
     from pg_roles r where r.rolname = current_user`,
  );
  if (!rows[0]?.owns) return;
  throw new WrongDatabase(
    `The role ${rows[0].name} of DATABASE_URL owns tables or is a superuser, and could rewrite what happened. ` +
      'Give a role that was only granted assay_app; the owner belongs into DATABASE_OWNER_URL.',
  );
}
