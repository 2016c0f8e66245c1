import { checkPair } from '../check-pair.ts';
import { COUNTRIES, COUNTRY_LETTERS, CURRENCIES, MEDIA_TYPES, PACKAGE_TYPES } from '../code-lists.ts';
import { type Part, ruleOf } from '../dictionary.ts';
import { checkDigit } from '../gtin.ts';

import type { Random } from './random.ts';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SET_82 = `!"%&'*+,-./:;<=>?_${DIGITS}${LETTERS}${LETTERS.toLowerCase()}`;
const ALPHABETS: Record<string, string> = {
  N: DIGITS,
  X: SET_82,
  Y: `#-/${DIGITS}${LETTERS}`,
  Z: `-_${DIGITS}${LETTERS}${LETTERS.toLowerCase()}`,
};

/** A value of an AI that the dictionary should accept. */
export function sampleValue(ai: string, random: Random): string {
  return (ruleOf(ai)?.parts ?? [])
    .filter((part) => !part.optional || random.chance(0.5))
    .map((part) => samplePart(part, random))
    .join('');
}

function samplePart(part: Part, random: Random): string {
  const length = part.min + random.below(part.max - part.min + 1);
  const plain = random.text(ALPHABETS[part.cset] ?? DIGITS, length);
  return part.linters.reduce((value, name) => SAMPLERS[name]?.(value, random) ?? value, plain);
}

const two = (n: number) => String(n).padStart(2, '0');
function member(list: string, width: number, random: Random): string {
  const start = random.below(list.length / width) * width;
  return list.slice(start, start + width);
}
const ibanOf = (country: string, account: string) => {
  const digits = `${account}${country}00`
    .split('')
    .map((c) => Number.parseInt(c, 36))
    .join('');
  return `${country}${two(98 - Number(BigInt(digits) % 97n))}${account}`;
};
const requirement = (random: Random) =>
  `1${random.text(DIGITS, 1)}${random.text('012349', 1)}${random.text(DIGITS, 3)}`;

/** How a plain value becomes one that the named linter accepts. */
const SAMPLERS: Record<string, (value: string, random: Random) => string> = {
  csum: (value) => value.slice(0, -1) + checkDigit(value.slice(0, -1)),
  gcppos1: (value) => (/^\d\d/.test(value) ? value : `12${value.slice(2)}`),
  csumalpha: (value, random) => withPair(`12${random.text(`A${DIGITS}`, 4)}x${value.slice(7, 20)}`),
  importeridx: (_, random) => random.text(`-_${DIGITS}${LETTERS}`, 1),
  yymmd0: (_, random) => two(random.below(100)) + two(1 + random.below(12)) + two(random.below(29)),
  yymmdd: (_, random) => two(random.below(100)) + two(1 + random.below(12)) + two(1 + random.below(28)),
  yyyymmdd: (_, random) =>
    `19${two(random.below(100))}${two(1 + random.below(12))}${two(1 + random.below(28))}`,
  hh: (_, random) => two(random.below(24)),
  mi: (_, random) => two(random.below(60)),
  ss: (_, random) => two(random.below(60)),
  hhmi: (_, random) => two(random.below(24)) + two(random.below(60)),
  iso3166: (_, random) => member(COUNTRIES, 3, random),
  iso3166999: (_, random) => (random.chance(0.3) ? '999' : member(COUNTRIES, 3, random)),
  iso3166alpha2: (_, random) => member(COUNTRY_LETTERS, 2, random),
  iso4217: (_, random) => member(CURRENCIES, 3, random),
  iso5218: (_, random) => random.text('0129', 1),
  iban: (_, random) => ibanOf(member(COUNTRY_LETTERS, 2, random), random.text(DIGITS + LETTERS, 16)),
  zero: () => '0',
  nonzero: (value) => `${value.slice(0, -1)}1`,
  nozeroprefix: (value) => value.replace(/^0+(?=\d)/, ''),
  hyphen: () => '-',
  yesno: (_, random) => random.text('01', 1),
  winding: (_, random) => random.text('019', 1),
  pieceoftotal: (value, random) => {
    const total = 1 + random.below(99);
    return value.length === 4 ? two(1 + random.below(total)) + two(total) : value;
  },
  posinseqslash: (_, random) => `${1 + random.below(20)}/${20 + random.below(100)}`,
  pcenc: (value) => value.replaceAll('%', ''),
  latitude: (_, random) => String(random.below(1_800_000_001)).padStart(10, '0'),
  longitude: (_, random) => String(random.below(3_600_000_001)).padStart(10, '0'),
  mediatype: (_, random) => member(MEDIA_TYPES, 2, random),
  packagetype: (_, random) => random.pick(PACKAGE_TYPES.split(' ')),
  couponcode: (_, random) =>
    `0${random.text(DIGITS, 12)}1${random.text(DIGITS, 1)}${requirement(random)}` +
    random.pick(['', `11${requirement(random)}9`, '3260228', '3260228', '42601014', '5012345678', '9011']),
  couponposoffer: (_, random) =>
    `${random.text('01', 1)}0${random.text(DIGITS, 12)}0${random.text(DIGITS, 6)}`,
};

const withPair = (model: string) => model + checkPair(model);
