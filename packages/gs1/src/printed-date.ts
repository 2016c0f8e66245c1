import { isoDay } from './calendar.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** No date on a pack is longer, with its label. */
const LONGEST = 60;

/**
 * ISO day of a date as people read it off a pack, undefined when it is none: day before month, or the year first
 * in four digits; `mm/yyyy` and `mm/yy` mean the last day of the month; any of `/ . -` and space separates;
 * a label (HSD, EXP) and English month names are allowed. Two-digit years are of this century. Six digits
 * together are read as `mmyyyy` only, since `ddmmyy` and `yymmdd` look alike.
 */
export function parsePrintedDate(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const digits = text
    .toLowerCase()
    .replace(/[a-z]+/g, numberOfMonth)
    .replace(/^[\p{L}\s:./-]+|[\s./-]+$/gu, '');
  if (/^\d+$/.test(digits)) return together(digits);
  const parts = digits.split(/[\s./-]+/);
  return parts.every((part) => /^(?:\d{1,2}|\d{4})$/.test(part)) ? separate(parts) : undefined;
}

function numberOfMonth(word: string): string {
  const month = MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word);
  return month < 0 ? word : `/${month + 1}/`;
}

function together(digits: string): string | undefined {
  if (digits.length === 6) return day(digits.slice(2), digits.slice(0, 2), '0');
  if (digits.length !== 8) return undefined;
  return (
    dayOf(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2)) ??
    dayOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
  );
}

function separate(parts: string[]): string | undefined {
  const [a = '', b = '', c = ''] = parts;
  if (parts.length === 2) return a.length === 4 ? day(a, b, '0') : day(b, a, '0');
  if (parts.length !== 3) return undefined;
  return a.length === 4 ? dayOf(a, b, c) : dayOf(c, b, a);
}

const dayOf = (year: string, month: string, dayOfMonth: string) =>
  Number(dayOfMonth) > 0 ? day(year, month, dayOfMonth) : undefined;

function day(year: string, month: string, dayOfMonth: string): string | undefined {
  if (year.length < 2) return undefined;
  const full = year.length === 4 ? Number(year) : 2000 + Number(year);
  return full >= 1950 && full < 2100 ? isoDay(full, Number(month), Number(dayOfMonth)) : undefined;
}
