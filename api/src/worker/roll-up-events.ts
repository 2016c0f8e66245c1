import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';

/** Turns the events of days past their time into monthly counts (design section 14). */
export async function rollUpEvents({ db, settings }: Ctx): Promise<{ dropped: number }> {
  const { rows } = await db.execute<{ dropped: number }>(
    sql`select app.roll_up_events((now() at time zone 'UTC')::date - ${settings.eventRetentionDays}::int) as dropped`,
  );
  return { dropped: rows[0]?.dropped ?? 0 };
}
