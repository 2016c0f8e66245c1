import type { ClientBase } from 'pg';
import { Refused } from '../refused.ts';
import { copyIn } from './copy-table.ts';
import { inLoadOrder } from './in-load-order.ts';
import { listTables, quoted, type TableShape } from './list-tables.ts';
import type { Manifest, Table } from './manifest.ts';
import { writeSequences } from './sequences.ts';

/**
 * Loads all tables of a backup, in the transaction that the caller has open, into a database that was just migrated to
 * the backup's state. The triggers that ask every row for an audit entry of its own transaction rest meanwhile: these
 * rows were accounted for when they were written.
 *
 * @throws Refused `conflict` where the tables are others than the backup's; the database's error
 */
export async function loadTables(client: ClientBase, manifest: Manifest, dir: string): Promise<void> {
  const shapes = inLoadOrder(await listTables(client));
  const tables = pair(shapes, manifest.tables);
  const forEach = async (sqlOf: (table: string) => string) => {
    for (const { name } of shapes) await client.query(sqlOf(quoted(name)));
  };
  await client.query(`truncate ${shapes.map(({ name }) => quoted(name)).join(', ')} cascade`);
  await client.query('select app.make_event_days(day, 1) from unnest($1::date[]) day', [manifest.eventDays]);
  await forEach((table) => `alter table ${table} disable trigger user`);
  for (const table of tables) await copyIn(client, table, dir);
  await client.query('set constraints all immediate');
  await forEach((table) => `alter table ${table} enable trigger user`);
  await writeSequences(client, manifest.sequences);
}

/** The tables of the backup in the order of those of the database. */
function pair(shapes: readonly TableShape[], tables: readonly Table[]): Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const paired = shapes.map(({ name, columns }) => {
    const table = byName.get(name);
    const fits = table?.columns.toSorted().join() === columns.toSorted().join();
    if (!table || !fits) throw doesNotFit(name);
    return table;
  });
  const known = new Set(shapes.map(({ name }) => name));
  const unknown = tables.find(({ name }) => !known.has(name));
  if (unknown) throw doesNotFit(unknown.name);
  return paired;
}

function doesNotFit(table: string): Refused {
  return new Refused(
    'conflict',
    `the backup and its own migration do not agree about ${table}`,
    'Restore it with the program that made it.',
  );
}
