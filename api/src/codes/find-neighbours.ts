import type { PoolClient } from 'pg';

/** Above this share of codes with a neighbour on file, a list can be guessed (design section 3). */
const MOST_NEIGHBOURED = 1e-3;

/**
 * Whether staged codes have their neighbours on file, in whatever file and lot of the product those came: a counter
 * that is sent in small pieces is as guessable as one sent whole.
 *
 * @returns the other lots that hold those neighbours, and are guessable with them; none below the threshold
 */
export async function findNeighbours(
  client: PoolClient,
): Promise<{ guessable: boolean; batchIds: number[] }> {
  const { rows } = await client.query<{ share: number | null; batches: number[] | null }>(
    `with near as (
       select s.h, c.batch from staged s join app.imported_code c on c.h = any (s.neighbours))
     select (select count(distinct h) from near)::float8 / nullif((select count(*) from staged), 0) as share,
       (select array_agg(distinct batch) from near) as batches`,
  );
  const { share, batches } = rows[0]!;
  const guessable = (share ?? 0) > MOST_NEIGHBOURED;
  return { guessable, batchIds: guessable ? (batches ?? []) : [] };
}
