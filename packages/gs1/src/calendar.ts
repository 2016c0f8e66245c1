const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month of the Gregorian calendar, 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** `yyyy-mm-dd`; day 0 is the last day of the month; undefined when there is no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const last = daysInMonth(year, month);
  if (last === 0 || day > last) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day || last)}`;
}

const two = (n: number) => String(n).padStart(2, '0');
