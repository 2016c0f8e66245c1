const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day at an instant in a time zone.
 *
 * @param timeZone IANA name, such as `Asia/Ho_Chi_Minh`
 * @returns `yyyy-mm-dd`
 */
export function dayOf(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** The calendar day a number of days after (or before) another; pure calendar arithmetic. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of the month, a number of months later; the last day where the month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** The day it is, by a clock and a time zone; looked up once a minute, since no day begins within one. */
export function calendar(now: () => Date, timeZone: string): () => string {
  let minute = -1;
  let day = '';
  return () => {
    const instant = now();
    const current = Math.floor(instant.getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      day = dayOf(instant, timeZone);
    }
    return day;
  };
}
