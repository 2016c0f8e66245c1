import type { Pool } from 'pg';
import type { UnitKey } from './find-unit.ts';

/** One check of one unit, about to be written. */
export interface Observation {
  key: UnitKey;
  /** The phone's own number of this scan, the same on every retry: it is observed once. */
  attempt: bigint;
  /** Position of the province in the country pack, -1 where no place was given. */
  province: number;
  /** Two bytes for the copy score, see `marks.ts`. */
  marks: number;
}

/** The state of the unit as of this very check. */
export interface Observed {
  /** 1 for the first check of the unit. */
  number: number;
  /** One bit a province. */
  provinces: bigint;
  /** UTC hour of the first check. */
  firstHour: Date;
  /** Version of the registry in the snapshot of the write. */
  v: number;
}

/** Two whole groups; who asks for more gets the number of the oldest that is kept. */
const MOST_ATTEMPTS = 512;

/** Nearly always all of them; a retry is rare, and only then is the list gone through one by one. */
const UNSEEN = `case when excluded.attempts && u.attempts then app.unseen(excluded.attempts, u.attempts)
      else excluded.attempts end`;

/**
 * One statement for a whole group: count every unit, number its checks, keep the events, and read the clock. A unit
 * keeps its last attempts, newest first and numbered downwards from `n`; those it knows already are not counted again.
 * The list never gets shorter: after a lost acknowledgement a whole group of one unit comes back, check by check. A
 * group with a retry drops nothing, or new checks beside it would push out the very attempt that must be numbered.
 */
const OBSERVE = {
  name: 'observe-units',
  text: `
with bounded as materialized (select set_config('lock_timeout', $7, true)),
input as materialized (
  select i.* from bounded, unnest($1::int8[], $2::int2[], $3::int8[], $4::int8[], $5::int2[], $6::int2[])
    with ordinality as i (gtin, epoch, idx, attempt, province, marks, ord)),
counted as (
  insert into app.unit as u (gtin, epoch, idx, n, added, attempts, provinces, first_hour)
  select gtin, epoch, idx, count(*), count(*), array_agg(attempt order by ord desc),
    bit_or(case when province < 0 then 0 else 1::int8 << province end), date_trunc('hour', now(), 'UTC')
  from input group by gtin, epoch, idx order by gtin, epoch, idx
  on conflict (gtin, epoch, idx) do update set
    n = u.n + cardinality(${UNSEEN}),
    added = cardinality(${UNSEEN}),
    attempts = (${UNSEEN} || u.attempts)[1:
      case when excluded.attempts && u.attempts then ${MOST_ATTEMPTS}
        else greatest(cardinality(excluded.attempts) + 1, cardinality(u.attempts), 4) end],
    provinces = u.provinces | excluded.provinces
  returning gtin, epoch, idx, n, added, attempts, provinces, first_hour),
numbered as (
  select i.*, coalesce(array_position(c.attempts, i.attempt), cardinality(c.attempts) + 1) as position, c.n, c.added, c.provinces, c.first_hour
  from input i join counted c using (gtin, epoch, idx)),
kept as (
  insert into app.check_event (day, gtin, epoch, idx, n, hour, province, marks)
  select (now() at time zone 'UTC')::date, gtin, epoch, idx, n - position + 1,
    extract(hour from now() at time zone 'UTC'), province, marks
  from numbered where position <= added)
select ord::int4, (n - position + 1)::int4 as number, provinces::text,
  (extract(epoch from first_hour) / 3600)::int4 as hours, (select v::float8 from app.registry_clock) as v
from numbered`,
};

interface Row {
  ord: number;
  number: number;
  provinces: string;
  hours: number;
  v: number;
}

const HOUR_MS = 3_600_000;

/**
 * Writes a group of observations durably.
 *
 * @param group no two of one unit with one attempt
 * @param lockTimeoutMs how long it waits for units that another transaction holds
 * @returns what each found, in the order of the group
 * @throws the database's error; then none of the group was written, or its acknowledgement was lost
 */
export async function observeUnits(
  pool: Pool,
  group: readonly Observation[],
  lockTimeoutMs: number,
): Promise<Observed[]> {
  const { rows } = await pool.query<Row>({
    ...OBSERVE,
    values: [
      listOf(group, ({ key }) => key.gtin),
      listOf(group, ({ key }) => key.epoch),
      listOf(group, ({ key }) => key.index),
      listOf(group, ({ attempt }) => attempt),
      listOf(group, ({ province }) => province),
      listOf(group, ({ marks }) => marks),
      lockTimeoutMs,
    ],
  });
  const observed: Observed[] = [];
  for (const { ord, number, provinces, hours, v } of rows) {
    observed[ord - 1] = { number, provinces: BigInt(provinces), firstHour: new Date(hours * HOUR_MS), v };
  }
  return observed;
}

/** Numbers as PostgreSQL writes an array of them: the driver would quote and escape each. */
function listOf(
  group: readonly Observation[],
  numberOf: (observation: Observation) => number | bigint,
): string {
  return `{${group.map(numberOf).join(',')}}`;
}
