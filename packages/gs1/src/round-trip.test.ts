import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBracketed, buildDigitalLink, buildElementString, checkDigit, parseScan } from './index.ts';

const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'.split(
  '',
);

const value = fc.string({ unit: fc.constantFrom(...SET_82), minLength: 1, maxLength: 20 });
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length });
const day = fc
  .date({ min: new Date('1976-01-01'), max: new Date('2075-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Prefixes that are neither store-internal nor publications. */
const gtin = digits(10).map((body) => {
  const number = `893${body}`.slice(0, 12);
  return number + checkDigit(number);
});
const unit = fc.record(
  { gtin, lot: value, serial: value, expiry: day, made: day },
  { requiredKeys: ['gtin'] },
);

const year = 2025;
const expected = ({ gtin: number, ...rest }: { gtin: string }) => ({
  ok: true,
  identity: { kind: 'trade-item', gtin: number.padStart(14, '0'), ...rest },
});

describe('what was built parses to the same identity', () => {
  it('as an element string, in each symbology that carries one', () => {
    fc.assert(
      fc.property(unit, (identity) => {
        const text = buildElementString(identity);
        for (const [format, aim] of [
          ['data_matrix', ']d2'],
          ['qr_code', ']Q3'],
          ['code_128', ']C1'],
        ] as const)
          expect(parseScan({ text, format, aim }, { year })).toMatchObject(expected(identity));
      }),
    );
  });

  it('as bracketed text, scanned or typed', () => {
    fc.assert(
      fc.property(unit, (identity) => {
        const text = buildBracketed(identity);
        expect(parseScan({ text, format: 'typed' }, { year })).toMatchObject(expected(identity));
        expect(parseScan({ text, format: 'qr_code' }, { year })).toMatchObject(expected(identity));
      }),
    );
  });

  it('as a Digital Link on any origin', () => {
    const origins = fc.constantFrom(
      'https://id.example.vn',
      'https://id.example.vn/',
      'http://127.0.0.1:8080/p',
    );
    fc.assert(
      fc.property(unit, origins, (identity, origin) => {
        const text = buildDigitalLink(identity, origin);
        expect(parseScan({ text, format: 'qr_code' }, { year })).toMatchObject(expected(identity));
        expect(parseScan({ text, format: 'data_matrix', aim: ']d1' }, { year })).toMatchObject(
          expected(identity),
        );
      }),
    );
  });
});

describe('a builder', () => {
  it('puts each part where GS1 wants it', () => {
    const identity = {
      gtin: '9521234543213',
      lot: 'B/03',
      serial: 'A+1',
      expiry: '2026-06-30',
      made: '2024-06-30',
    };
    expect(buildDigitalLink(identity, 'https://id.example.vn')).toBe(
      'https://id.example.vn/01/09521234543213/10/B%2F03/21/A%2B1?11=240630&17=260630',
    );
    expect(buildElementString(identity)).toBe('0109521234543213112406301726063010B/03\u001D21A+1');
    expect(buildBracketed(identity)).toBe('(01)09521234543213(11)240630(17)260630(10)B/03(21)A+1');
  });

  it.each([
    ['a wrong check digit', { gtin: '9521234543214' }],
    ['a lot with a space', { gtin: '9521234543213', lot: 'B 03' }],
    ['a serial of 21 characters', { gtin: '9521234543213', serial: 'A'.repeat(21) }],
    ['an empty serial', { gtin: '9521234543213', serial: '' }],
    ['a day that does not exist', { gtin: '9521234543213', expiry: '2026-06-31' }],
    ['a date in another form', { gtin: '9521234543213', expiry: '30/06/2026' }],
  ])('refuses %s', (_, identity) => {
    expect(() => buildDigitalLink(identity, 'https://id.example.vn')).toThrow(RangeError);
    expect(() => buildElementString(identity)).toThrow(RangeError);
    expect(() => buildBracketed(identity)).toThrow(RangeError);
  });
});
