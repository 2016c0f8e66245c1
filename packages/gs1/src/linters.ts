import { daysInMonth } from './calendar.ts';
import { checkPair } from './check-pair.ts';
import { COUNTRIES, COUNTRY_LETTERS, CURRENCIES, MEDIA_TYPES, PACKAGE_TYPES } from './code-lists.ts';
import { isCouponCode, isPositiveOffer } from './coupon.ts';
import type { FailureReason } from './failure.ts';
import { gs1Date } from './gs1-date.ts';
import { checkDigit } from './gtin.ts';

type Test = (value: string, year: number) => boolean;

/** Character sets of the GS1 Syntax Dictionary: digits, CSET 82, CSET 39, file-safe base64 with padding. */
const SETS: Record<string, RegExp> = {
  N: /^\d*$/,
  X: /^[!"%&'()*+,\-./\d:;<=>?A-Z_a-z]*$/,
  Y: /^[#\-/\dA-Z]*$/,
  Z: /^(?:[\w-]{3})*(?:[\w-]{0,3}|[\w-]==|[\w-]{2}=)$/,
};

/** Whether a value holds only characters of `N`, `X`, `Y` or `Z`. */
export const inSet = (cset: string, value: string) => SETS[cset]?.test(value) === true;

const members = (list: string, width: number) => new Set(list.match(new RegExp(`.{${width}}`, 'g')));
const countries = members(COUNTRIES, 3);
const countryLetters = members(COUNTRY_LETTERS, 2);
const currencies = members(CURRENCIES, 3);
const mediaTypes = members(MEDIA_TYPES, 2);
const packageTypes = new Set(PACKAGE_TYPES.split(' '));

const upTo = (limit: number, value: string) => Number(value.slice(0, 2)) <= limit;
const fullDate = (value: string) => Number(value.slice(6, 8)) <= lastDay(value);
const lastDay = (value: string) => daysInMonth(Number(value.slice(0, 4)), Number(value.slice(4, 6))) || -1;

/** The dictionary's linters: each says whether a component is right. */
const LINTERS: Record<string, Test> = {
  csum: (value) => checkDigit(value.slice(0, -1)) === value.at(-1),
  csumalpha: (value) => value.length > 2 && checkPair(value.slice(0, -2)) === value.slice(-2),
  gcppos1: (value) => /^\d\d/.test(value),
  gcppos2: (value) => /^.\d\d/.test(value),
  importeridx: (value) => /^[\w-]$/.test(value),
  yymmd0: (value, year) => gs1Date(value, { year }) !== undefined,
  yymmdd: (value, year) => !value.endsWith('00') && gs1Date(value, { year }) !== undefined,
  yyyymmd0: fullDate,
  yyyymmdd: (value) => value.length === 8 && !value.endsWith('00') && fullDate(value),
  hh: (value) => upTo(23, value),
  mi: (value) => upTo(59, value),
  ss: (value) => upTo(59, value),
  hhmi: (value) => upTo(23, value) && upTo(59, value.slice(2)),
  mmoptss: (value) => /^(?:[0-5]\d){1,2}$/.test(value),
  iso3166: (value) => countries.has(value),
  iso3166999: (value) => value === '999' || countries.has(value),
  iso3166alpha2: (value) => countryLetters.has(value),
  iso4217: (value) => currencies.has(value),
  iso5218: (value) => /^[0129]$/.test(value),
  iban: isIban,
  zero: (value) => value === '0',
  nonzero: (value) => /[^0]/.test(value),
  nozeroprefix: (value) => !/^0./.test(value),
  hasnondigit: (value) => /\D/.test(value),
  hyphen: (value) => value === '-',
  yesno: (value) => /^[01]$/.test(value),
  winding: (value) => /^[019]$/.test(value),
  pieceoftotal: isPieceOfTotal,
  posinseqslash: isPositionOfEnd,
  pcenc: (value) => !/%(?![\dA-Fa-f]{2})/.test(value),
  couponcode: isCouponCode,
  couponposoffer: isPositiveOffer,
  latitude: (value) => value.length === 10 && value <= '1800000000',
  longitude: (value) => value.length === 10 && value <= '3600000000',
  mediatype: (value) => mediaTypes.has(value),
  packagetype: (value) => packageTypes.has(value),
};

const REASONS: Record<string, FailureReason> = {
  csum: 'check-digit',
  csumalpha: 'check-digit',
  pcenc: 'percent-encoding',
  yymmd0: 'date',
  yymmdd: 'date',
  yyyymmd0: 'date',
  yyyymmdd: 'date',
};

/** The reason for which the named linter refuses `value`, undefined when it is right. */
export function lint(name: string, value: string, year: number): FailureReason | undefined {
  return LINTERS[name]?.(value, year) === true ? undefined : (REASONS[name] ?? 'ai-value');
}

/** ISO 13616: country, two check digits, modulo 97. */
function isIban(value: string): boolean {
  if (!/^[\dA-Z]{5,}$/.test(value) || !countryLetters.has(value.slice(0, 2))) return false;
  let rest = 0;
  for (const character of value.slice(4) + value.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

function isPieceOfTotal(value: string): boolean {
  const half = value.length / 2;
  const piece = Number(value.slice(0, half));
  return Number.isInteger(half) && piece > 0 && piece <= Number(value.slice(half));
}

function isPositionOfEnd(value: string): boolean {
  const [, position, end] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value) ?? [];
  return position !== undefined && Number(position) <= Number(end);
}
