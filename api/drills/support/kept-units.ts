import type { Ctx } from '../../src/context.ts';
import { GTIN } from '../../test/support/world.ts';

/** What the database keeps of a unit of the world's medicine: its count, and the numbers of its events in order. */
export interface KeptUnit {
  n: number;
  events: number[];
}

/** By the index of the unit. */
export async function keptUnits({ db }: Pick<Ctx, 'db'>): Promise<Map<number, KeptUnit>> {
  const { rows } = await db.$client.query<KeptUnit & { idx: number }>(
    `select u.idx::float8 as idx, u.n, coalesce(e.numbers, '{}') as events from app.unit u left join (
       select idx, array_agg(n order by n) as numbers from app.check_event where gtin = $1 group by idx) e using (idx)
     where u.gtin = $1`,
    [Number(GTIN.medicine)],
  );
  return new Map(rows.map(({ idx, n, events }) => [idx, { n, events }]));
}

export const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
