import type { Pool } from 'pg';
import { CLAIM_ORDER } from './queries.ts';

/**
 * Sums checks up by calendar day, province and maker, from a day on, again from the beginning of that day: running twice
 * changes nothing. Of a product only the verified holder's, or a suspended one's, are kept: nobody learns from a claim
 * how often somebody else's goods are checked.
 *
 * @param from a calendar day of the time zone; everything since then is read
 * @returns how many rows were written
 */
export async function sumDays(pool: Pool, from: string, timeZone: string): Promise<number> {
  const { rowCount } = await pool.query(SUM_DAYS, [from, timeZone]);
  return rowCount ?? 0;
}

/** Days of events are UTC's, so a day of the time zone begins in the one before. */
const SUM_DAYS = `
with counted as materialized (
  select gtin, ((day + make_interval(hours => hour)) at time zone 'UTC' at time zone $2)::date as day, province,
    count(*) as n, count(*) as units, count(*) filter (where n = 1) as firsts
  from app.check_event where day >= $1::date - 1 group by 1, 2, 3
  union all
  select gtin, (hour at time zone $2)::date, province, sum(n), 0, 0
  from app.check_sum where hour >= ($1::date - 1) and gtin <> 0 group by 1, 2, 3),
held as (
  select g.gtin, h.organisation_id
  from (select distinct gtin from counted) g cross join lateral (
    select p.organisation_id, o.status
    from app.product p join app.organisation o on o.id = p.organisation_id
    where o.status in ('verified', 'suspended')
      and (p.gtin = case when g.gtin > 0 then lpad(g.gtin::text, 14, '0') end or p.no = case when g.gtin < 0 then -g.gtin end)
    order by ${CLAIM_ORDER} limit 1) h)
insert into app.check_day as d (organisation_id, day, province, n, units, firsts, summed_at)
select organisation_id, day, province, sum(n), sum(units), sum(firsts), now()
from counted join held using (gtin) where day >= $1::date
group by organisation_id, day, province order by organisation_id, day, province
on conflict (organisation_id, day, province) do update
  set n = excluded.n, units = excluded.units, firsts = excluded.firsts, summed_at = excluded.summed_at`;
