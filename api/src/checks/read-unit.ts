import type { Pool } from 'pg';
import type { UnitKey } from './find-unit.ts';
import type { Observed } from './observe-units.ts';

const READ_UNIT = {
  name: 'read-unit',
  text: `select n as number, provinces::text, first_hour as "firstHour", (select v::float8 from app.registry_clock) as v
    from app.unit where gtin = $1 and epoch = $2 and idx = $3`,
};

/** The history of a unit without observing a check; undefined when it was never checked. */
export async function readUnit(pool: Pool, key: UnitKey): Promise<Observed | undefined> {
  const { rows } = await pool.query<{ number: number; provinces: string; firstHour: Date; v: number }>({
    ...READ_UNIT,
    values: [key.gtin, key.epoch, key.index],
  });
  const [row] = rows;
  return row && { ...row, provinces: BigInt(row.provinces) };
}
