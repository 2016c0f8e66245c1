import type { PoolClient } from 'pg';
import type { RejectedRow } from './stage-codes.ts';

/**
 * Moves staged codes into their table in the order of their keys, and says of the others why not. A code that stands
 * twice in the file counts once; one that is on file in this very lot is left as it is.
 */
export async function storeStaged(
  client: PoolClient,
  batchId: number,
  onRejected: (row: RejectedRow) => void,
): Promise<{ accepted: number; already: number; rejected: number }> {
  const twice = await client.query<{ line: string; serial: string }>(
    `delete from staged s using (select h, min(line) as line from staged group by h having count(*) > 1) f
     where s.h = f.h and s.line > f.line returning s.line, s.serial`,
  );
  const inserted = await client.query(
    `insert into app.imported_code (h, tail, batch) select h, tail, $1 from staged order by h on conflict do nothing`,
    [batchId],
  );
  const elsewhere = await client.query<{ line: string; serial: string }>(
    `select s.line, s.serial from staged s join app.imported_code c using (h)
     where c.batch <> $1 or c.tail <> s.tail`,
    [batchId],
  );
  const total = await client.query<{ n: string }>('select count(*) as n from staged');
  for (const row of twice.rows)
    onRejected({ line: Number(row.line), serial: row.serial, reason: 'twice-in-file' });
  for (const row of elsewhere.rows) {
    onRejected({ line: Number(row.line), serial: row.serial, reason: 'on-file-in-another-lot' });
  }
  const accepted = inserted.rowCount ?? 0;
  return {
    accepted,
    already: Number(total.rows[0]?.n) - accepted - elsewhere.rows.length,
    rejected: twice.rows.length + elsewhere.rows.length,
  };
}
