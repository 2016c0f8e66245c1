import type { Ctx } from '../../context.ts';
import { addDays, dayOf } from '../../today.ts';

/** The calendar day a number of days from the first start, negative before it: the world never grows old. */
export type Calendar = (days: number) => string;

export function calendarOf(ctx: Ctx): Calendar {
  const today = dayOf(ctx.now(), ctx.timeZone);
  return (days) => addDays(today, days);
}

const DAY_MS = 86_400_000;

/** The same context on an earlier day, so that what a verb dates lies in the past. */
export function daysAgo(ctx: Ctx, days: number): Ctx {
  return { ...ctx, now: () => new Date(ctx.now().getTime() - days * DAY_MS) };
}
