import { and, eq, gte } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { checkDay } from '../db/schema/index.ts';

/** Checks of one day in one province, -1 where no place was told. */
export interface DaySum {
  day: string;
  province: number;
  n: number;
  units: number;
  firsts: number;
  summedAt: Date;
}

/** The sums of a maker since a day. */
export async function findDays(ctx: Ctx, organisationId: string, since: string): Promise<DaySum[]> {
  return ctx.db
    .select({
      day: checkDay.day,
      province: checkDay.province,
      n: checkDay.n,
      units: checkDay.units,
      firsts: checkDay.firsts,
      summedAt: checkDay.summedAt,
    })
    .from(checkDay)
    .where(and(eq(checkDay.organisationId, organisationId), gte(checkDay.day, since)));
}
