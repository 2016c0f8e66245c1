import { daysInMonth } from './calendar.ts';

/**
 * North American coupon codes, AI 8110 and 8112 (GS1 Syntax Dictionary linters couponcode and couponposoffer).
 * A layout is a row of fields: `v1-5+0` is a length digit of 1 to 5 and so many digits more, `n6` six digits,
 * `c012356` one digit of the list, `d` a date.
 */
const REQUIREMENT = 'v1-5+0 c012349 n3';
const HEAD = `v0-6+6 n6 v1-5+0 ${REQUIREMENT}`;
const OPTIONAL: Record<string, string> = {
  1: `c0123 ${REQUIREMENT} g`,
  2: `${REQUIREMENT} g`,
  3: 'd',
  4: 'd',
  5: 'v0-9+6',
  6: 'v1-7+6',
  9: 'c01256 c012 n1 c01',
};

/** AI 8110: fixed head, then optional fields in rising order; no coupon ends before it starts. */
export function isCouponCode(value: string): boolean {
  if (!/^\d*$/.test(value)) return false;
  const dates: Record<string, string> = {};
  let position = skipAll(HEAD, value, 0);
  let previous = '0';
  while (position !== undefined && position < value.length) {
    const field = value.charAt(position);
    const layout = OPTIONAL[field];
    if (layout === undefined || field <= previous) return false;
    dates[field] = value.slice(position + 1, position + 7);
    position = skipAll(layout, value, position + 1);
    previous = field;
  }
  return position !== undefined && !(dates[3] && dates[4] && dates[3] < dates[4]);
}

/** AI 8112: format, funder, offer, serial. */
export function isPositiveOffer(value: string): boolean {
  return /^\d*$/.test(value) && skipAll('c01 v0-6+6 n6 v0-9+6', value, 0) === value.length;
}

function skipAll(layout: string, value: string, start: number): number | undefined {
  let position: number | undefined = start;
  for (const field of layout.split(' ')) {
    if (position !== undefined) position = skip(field, value, position);
  }
  return position !== undefined && position <= value.length ? position : undefined;
}

/** Where the field ends, undefined when it does not fit. */
function skip(field: string, value: string, position: number): number | undefined {
  const digit = value.charAt(position);
  switch (field.charAt(0)) {
    case 'c':
      return digit && field.includes(digit) ? position + 1 : undefined;
    case 'n':
      return position + Number(field[1]);
    case 'd':
      return isDate(value.slice(position, position + 6)) ? position + 6 : undefined;
    case 'g':
      return digit === '9' ? position + 1 : skip('v0-6+6', value, position);
    default:
      if (digit === '' || digit < field.charAt(1) || digit > field.charAt(3)) return undefined;
      return position + 1 + Number(digit) + Number(field.slice(5));
  }
}

function isDate(yymmdd: string): boolean {
  const day = Number(yymmdd.slice(4));
  const year = 2000 + Number(yymmdd.slice(0, 2));
  return yymmdd.length === 6 && day > 0 && day <= daysInMonth(year, Number(yymmdd.slice(2, 4)));
}
