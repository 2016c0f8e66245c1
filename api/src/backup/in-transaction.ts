import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client } from 'pg';
import type { Tx } from '../db/database.ts';
import * as schema from '../db/schema/index.ts';
import { TABLES_LOCK } from '../db/tables-lock.ts';
import { useSameText } from './same-text.ts';

/** Runs work as one transaction, alone with the tables: all of it stays or nothing. */
export async function inTransaction<Done>(client: Client, run: (tx: Tx) => Promise<Done>): Promise<Done> {
  await client.query('select pg_advisory_lock($1)', [TABLES_LOCK]);
  await client.query('begin');
  try {
    await useSameText(client);
    const done = await run(drizzle(client, { schema, casing: 'snake_case' }) as unknown as Tx);
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
