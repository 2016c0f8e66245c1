import type { ClientBase } from 'pg';
import { listed, quoted } from './list-tables.ts';

/**
 * How many rows a table has, and the sum of the first 64 bits of each row's SHA-256: equal where the rows are, in
 * whatever order and version of PostgreSQL. It finds what went wrong by accident; who may write may also forge it.
 */
export async function contentsOf(
  client: ClientBase,
  { name, columns }: { name: string; columns: readonly string[] },
): Promise<{ rows: number; contents: string }> {
  const { rows } = await client.query<{ rows: number; contents: string }>(
    `select count(*)::float8 as rows, coalesce(sum(
       ('x' || left(encode(sha256(convert_to(r::text, 'UTF8')), 'hex'), 16))::bit(64)::int8), 0)::text as contents
     from (select ${listed(columns)} from ${quoted(name)}) r`,
  );
  return rows[0]!;
}
