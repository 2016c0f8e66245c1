import { sql } from 'drizzle-orm';
import type { ClientBase } from 'pg';
import type { Tx } from '../db/database.ts';

/** More than any sequence gave out between a backup and the loss of what came after it. */
const LEAP = 1_000_000;

/** The last number that each sequence has given out; it may be newer than the transaction's snapshot. */
export async function readSequences(client: ClientBase): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; last: number }>(
    `select schemaname || '.' || sequencename as name, last_value::float8 as last from pg_sequences
     where schemaname in ('app', 'auth') and last_value is not null order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** Lets sequences go on behind these numbers. */
export async function writeSequences(client: ClientBase, last: Record<string, number>): Promise<void> {
  await client.query(
    `select setval(format('%I.%I', schemaname, sequencename)::regclass, last)
     from pg_sequences join unnest($1::text[], $2::int8[]) as given (name, last)
       on given.name = schemaname || '.' || sequencename`,
    [Object.keys(last), Object.values(last)],
  );
}

/**
 * Lets every sequence go on far behind its last number: makers' systems may know lots by numbers that were given out
 * after the backup, and must not find other lots under them.
 */
export async function leapSequences(tx: Tx): Promise<void> {
  await tx.execute(sql`
    select setval(format('%I.%I', schemaname, sequencename)::regclass, least(last_value + ${LEAP}::int8, max_value))
    from pg_sequences where schemaname in ('app', 'auth') and last_value is not null`);
}
