import type { Pool } from 'pg';
import { type CopyThresholds, looksCopied } from './copy-score.ts';
import { countProvinces } from './marks.ts';
import { CLAIM_ORDER } from './queries.ts';

/** A unit whose code looks copied, and whose it is. */
export interface Suspect {
  /** The primary key of its row. */
  unit: { gtin: number; epoch: number; idx: bigint };
  checks: number;
  provinces: number;
  product: { id: string; gtin: string | null; organisationId: string };
}

interface Row {
  gtin: string;
  epoch: number;
  idx: string;
  n: number;
  provinces: string;
  product: Suspect['product'];
}

/**
 * Units that were checked yesterday or today, look copied, and were not noticed before. Whichever of count and
 * provinces got there last, the check that did has a number of at least the threshold, so events tell where to look;
 * it costs one reading of two days of events, and nothing on the way of a check.
 */
export async function listSuspects(pool: Pool, thresholds: CopyThresholds): Promise<Suspect[]> {
  const { rows } = await pool.query<Row>(SUSPECTS, [thresholds.copyAmberChecks]);
  return rows
    .map(({ gtin, epoch, idx, n, provinces, product }) => ({
      unit: { gtin: Number(gtin), epoch, idx: BigInt(idx) },
      checks: n,
      provinces: countProvinces(BigInt(provinces)),
      product,
    }))
    .filter((suspect) => looksCopied(suspect, thresholds));
}

const SUSPECTS = `
with seen as materialized (
  select distinct gtin, epoch, idx from app.check_event
  where day >= (now() at time zone 'UTC')::date - 1 and n >= $1)
select u.gtin::text, u.epoch, u.idx::text, u.n, u.provinces::text, h.product
from seen join app.unit u using (gtin, epoch, idx)
cross join lateral (
  select json_build_object('id', p.id, 'gtin', p.gtin, 'organisationId', p.organisation_id) as product
  from app.product p join app.organisation o on o.id = p.organisation_id
  where o.status <> 'refused'
    and (p.gtin = case when u.gtin > 0 then lpad(u.gtin::text, 14, '0') end or p.no = case when u.gtin < 0 then -u.gtin end)
  order by ${CLAIM_ORDER} limit 1) h
where not exists (
  select from app.suspected_copy s where s.gtin = u.gtin and s.epoch = u.epoch and s.idx = u.idx)`;
