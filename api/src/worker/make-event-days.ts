import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { changeTables } from './change-tables.ts';

const DAYS_AHEAD = 8;

/** Makes the partitions that the checks of the coming days go into. */
export async function makeEventDays(ctx: Ctx): Promise<{ made: number } | { postponed: number }> {
  return changeTables(ctx, async (tx) => {
    const { rows } = await tx.execute<{ made: number }>(
      sql`select app.make_event_days((now() at time zone 'UTC')::date, ${DAYS_AHEAD}) as made`,
    );
    return { made: rows[0]?.made ?? 0 };
  });
}
