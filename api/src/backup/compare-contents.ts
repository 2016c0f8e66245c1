import type { ClientBase } from 'pg';
import { Refused } from '../refused.ts';
import { contentsOf } from './contents-of.ts';
import type { Table } from './manifest.ts';

/**
 * Reads again what was loaded and compares it with what was backed up, table by table.
 *
 * @throws Refused `conflict` for the first that differs
 */
export async function compareContents(client: ClientBase, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const { rows, contents } = await contentsOf(client, table);
    if (rows !== table.rows || contents !== table.contents)
      throw new Refused(
        'conflict',
        `${table.name} does not hold what the backup holds (${rows} rows, ${table.rows} in the backup)`,
        'Nothing was restored. Try another copy of this backup, and report it.',
      );
  }
}
