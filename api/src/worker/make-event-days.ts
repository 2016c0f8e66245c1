import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';

const DAYS_AHEAD = 8;

/** Makes the partitions that the checks of the coming days go into. */
export async function makeEventDays({ db }: Ctx): Promise<{ made: number }> {
  const { rows } = await db.execute<{ made: number }>(
    sql`select app.make_event_days((now() at time zone 'UTC')::date, ${DAYS_AHEAD}) as made`,
  );
  return { made: rows[0]?.made ?? 0 };
}
