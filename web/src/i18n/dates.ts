import { vietNam } from '@assay/country';
import type { Lang } from './key.ts';

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: vietNam.timeZone,
});

const CALENDAR = new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: vietNam.timeZone,
});

/** A calendar day `yyyy-mm-dd`: 21/11/2026 in Vietnamese, 21 November 2026 in English. No time zone enters. */
export function sayDay(lang: Lang, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (lang === 'vi') return `${date}/${month}/${year}`;
  return ENGLISH_DAY.format(new Date(`${day}T00:00:00Z`));
}

/** A UTC instant in the time of the country: 14:05, 21/11/2026. */
export function sayInstant(lang: Lang, instant: string): string {
  const at = new Date(instant);
  return `${CLOCK.format(at)}, ${sayDay(lang, CALENDAR.format(at))}`;
}
