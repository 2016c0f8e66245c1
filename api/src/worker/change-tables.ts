import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { TABLES_LOCK } from '../db/tables-lock.ts';

/**
 * Runs work that makes or drops tables, unless a backup or a migration needs them as they are: then it is put off to
 * the job's next time. To wait for a lock of a table would make every check wait behind it.
 */
export async function changeTables<Done>(
  { db }: Pick<Ctx, 'db'>,
  run: (tx: Tx) => Promise<Done>,
): Promise<Done | { postponed: number }> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ ours: boolean }>(
      sql`select pg_try_advisory_xact_lock(${TABLES_LOCK}) as ours`,
    );
    return rows[0]?.ours ? run(tx) : { postponed: 1 };
  });
}
