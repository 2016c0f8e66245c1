import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema> & { $client: Pool };

/** A database or a transaction in it: what a step of a verb needs. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/** @param lockTimeoutMs how long a statement of a transaction waits for a lock */
export function openDatabase(pool: Pool, lockTimeoutMs: number): Database {
  const db = drizzle({ client: pool, schema, casing: 'snake_case' });
  const transaction = db.transaction.bind(db);
  db.transaction = (work, how) =>
    transaction(async (tx) => {
      await tx.execute(sql.raw(`set local lock_timeout = ${lockTimeoutMs}`));
      return work(tx);
    }, how);
  return db;
}
