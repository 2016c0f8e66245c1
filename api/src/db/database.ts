import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema> & { $client: Pool };

/** A database or a transaction in it: what a step of a verb needs. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

export function openDatabase(pool: Pool): Database {
  return drizzle({ client: pool, schema, casing: 'snake_case' });
}
