import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkInnerCode, makeEpochSecret, openEpoch, sameInnerCode } from './index.ts';
import { innerCheckDigit } from './inner-code.ts';

const cipher = openEpoch(makeEpochSecret(), '09520000000011', 1);
const codes = fc.integer({ min: 0, max: 0xffff_ffff }).map((index) => cipher.innerCode(index));

it('ends in the digit of ISO/IEC 7064 MOD 11,10, by the example of that standard', () => {
  expect(innerCheckDigit('0794')).toBe('5');
});

it('reads an inner code back as it is printed, 3-3-3', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom('', ' ', '-', '–'), (code, gap) => {
      const typed = code.replace(/(...)(...)(...)/, `$1${gap}$2${gap}$3`);
      expect(checkInnerCode(typed)).toEqual({ ok: true, code });
    }),
  );
});

it('takes every single wrong digit for a misread', () => {
  fc.assert(
    fc.property(codes, fc.nat(8), fc.integer({ min: 1, max: 9 }), (code, position, difference) => {
      const digit = (Number(code[position]) + difference) % 10;
      const typed = code.slice(0, position) + String(digit) + code.slice(position + 1);
      expect(checkInnerCode(typed)).toEqual({ ok: false, why: 'check' });
    }),
  );
});

it('takes anything but nine digits for a misread', () => {
  for (const text of ['', '77037326', '7703732611', '77037326a', '٧٧٠٣٧٣٢٦١']) {
    expect(checkInnerCode(text)).toEqual({ ok: false, why: 'length' });
  }
});

it('compares inner codes by all their characters', () => {
  expect(sameInnerCode('770373261', '770373261')).toBe(true);
  expect(sameInnerCode('770373261', '743046858')).toBe(false);
  expect(sameInnerCode('770373261', '77037326')).toBe(false);
  expect(sameInnerCode('', '770373261')).toBe(false);
});

it('gives the units of an epoch inner codes of their own', () => {
  const made = new Set(Array.from({ length: 1_000 }, (_, index) => cipher.innerCode(index)));
  expect(made.size).toBeGreaterThan(990);
});
