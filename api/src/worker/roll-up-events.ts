import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { changeTables } from './change-tables.ts';

/** Turns the events of days past their time into monthly counts (design section 14). */
export async function rollUpEvents(ctx: Ctx): Promise<{ dropped: number } | { postponed: number }> {
  return changeTables(ctx, async (tx) => {
    const { rows } = await tx.execute<{ dropped: number }>(
      sql`select app.roll_up_events((now() at time zone 'UTC')::date - ${ctx.settings.eventRetentionDays}::int) as dropped`,
    );
    return { dropped: rows[0]?.dropped ?? 0 };
  });
}
