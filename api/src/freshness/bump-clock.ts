import { sql } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';

/**
 * Ends a transaction that changes answers: the version goes up by one and the changed facts are named under it. The
 * clock's row lock, held until commit, makes the order of versions the order of commits (freshness specification, 1).
 *
 * @param keys names of `fact-keys.ts`
 */
export async function bumpClock(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.execute(sql`
    with clock as (update app.registry_clock set v = v + 1 returning v)
    insert into app.change (v, key, at) select v, k, clock_timestamp() from clock, unnest(${sql.param([...new Set(keys)])}::text[]) as k`);
}
