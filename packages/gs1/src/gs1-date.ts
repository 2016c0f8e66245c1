import { isoDay } from './calendar.ts';

/**
 * ISO day of a GS1 date `yymmdd`, undefined when there is no such day. Day 00 is the last day of the month;
 * the century slides so that the year lies within 49 years before and 50 after today's.
 * GS1 General Specifications 7.12. Calendar arithmetic only: no clock, no time zone.
 */
export function gs1Date(yymmdd: string, today: { year: number }): string | undefined {
  if (!/^\d{6}$/.test(yymmdd)) return undefined;
  const year = fullYear(Number(yymmdd.slice(0, 2)), today.year);
  return isoDay(year, Number(yymmdd.slice(2, 4)), Number(yymmdd.slice(4)));
}

function fullYear(yy: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const ahead = yy - (thisYear % 100);
  if (ahead >= 51) return century - 100 + yy;
  return ahead <= -50 ? century + 100 + yy : century + yy;
}
