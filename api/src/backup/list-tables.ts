import type { ClientBase } from 'pg';
import pg from 'pg';

/** A table as the database knows it. */
export interface TableShape {
  /** With its schema: `app.product`. */
  name: string;
  columns: string[];
  /** Tables whose rows its own rows name. */
  refersTo: string[];
}

/**
 * What no backup carries. Changes are a list of ten minutes, and a restore makes every process forget everything;
 * sessions and links must not be brought back to life. Nor is schema `jobs` carried: the worker makes its queues anew.
 */
const NOT_CARRIED = ['app.change', 'auth.session', 'auth.verification'];

/** The tables that a backup carries, by name; a partitioned one is one table. */
export async function listTables(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `with t as (
       select c.oid, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('app', 'auth') and c.relkind in ('r', 'p') and not c.relispartition)
     select name,
       (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       (select coalesce(array_agg(distinct other.name), '{}') from pg_constraint join t other on other.oid = confrelid
        where conrelid = t.oid and contype = 'f') as "refersTo"
     from t where name <> all ($1) order by name`,
    [NOT_CARRIED],
  );
  return rows;
}

/** `app.product` as SQL names it. */
export function quoted(table: string): string {
  return table.split('.').map(pg.escapeIdentifier).join('.');
}

/** The columns as SQL lists them. */
export function listed(columns: readonly string[]): string {
  return columns.map(pg.escapeIdentifier).join(', ');
}
