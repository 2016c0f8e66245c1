import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { contentsOf } from './contents-of.ts';
import { listed, quoted, type TableShape } from './list-tables.ts';
import type { Table } from './manifest.ts';
import { tableFile } from './places.ts';
import { writeMeasured } from './write-measured.ts';

/** Writes the rows of a table into the folder of a backup, as they are in the transaction's snapshot. */
export async function copyOut(
  client: ClientBase,
  { name, columns }: TableShape,
  dir: string,
): Promise<Table> {
  const contents = await contentsOf(client, { name, columns });
  const rows = client.query(
    copyTo(`copy (select ${listed(columns)} from ${quoted(name)}) to stdout (encoding 'UTF8')`),
  );
  const file = await writeMeasured(tableFile(dir, name), rows, createGzip());
  return { name, columns, ...contents, ...file };
}

/**
 * Reads the rows of a table from the folder of a backup.
 *
 * @throws Error when their number is not that of the backup
 */
export async function copyIn(client: ClientBase, { name, columns, rows }: Table, dir: string): Promise<void> {
  const copy = client.query(
    copyFrom(`copy ${quoted(name)} (${listed(columns)}) from stdin (encoding 'UTF8')`),
  );
  await pipeline(createReadStream(tableFile(dir, name)), createGunzip(), copy);
  if (copy.rowCount !== rows) throw new Error(`${name} took ${copy.rowCount} rows of ${rows}`);
}
