import { sql } from 'drizzle-orm';
import { sumDays } from '../checks/index.ts';
import type { Ctx } from '../context.ts';
import { addDays, dayOf } from '../today.ts';

/** As far back as a maker's overview reaches. */
const MOST_DAYS = 30;

/** Sums checks of yesterday and today up for the makers' overviews, and what a worker that was away has missed. */
export async function sumChecks(ctx: Ctx): Promise<{ summed: number }> {
  const today = dayOf(ctx.now(), ctx.timeZone);
  const { rows } = await ctx.db.execute<{ day: string | null }>(
    sql`select max(day)::text as day from app.check_day`,
  );
  const missed = rows[0]?.day ?? addDays(today, -MOST_DAYS);
  const from = [addDays(today, -MOST_DAYS), [missed, addDays(today, -1)].sort()[0]!].sort()[1]!;
  return { summed: await sumDays(ctx.db.$client, from, ctx.timeZone) };
}
