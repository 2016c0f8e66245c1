import { describe, expect, it } from 'vitest';
import { buildBracketed, buildDigitalLink, buildElementString } from '@assay/gs1';
import { formatCode, frameCodes } from './format-code.ts';

const GTIN = '09520001000010';
const SERIAL = '3RHPYRYR5N9FEFER8';
const ORIGIN = 'https://assay.example';

const LOTS = [
  { gtin: GTIN },
  { gtin: GTIN, lot: 'A12', expiry: '2030-03-31' },
  { gtin: GTIN, lot: '(a)/b"c;%+=&?', expiry: '2030-03-31' },
  { gtin: GTIN, lot: 'Z'.repeat(17) },
  { gtin: GTIN, lot: 'Z'.repeat(20), expiry: '2030-03-31' },
];

describe('the code of a unit', () => {
  it('is the same as GS1 writes it one by one, whatever the lot looks like', () => {
    for (const lot of LOTS) {
      const unit = { ...lot, serial: SERIAL };
      const codeAs = (form: 'element-string' | 'bracketed' | 'digital-link') =>
        formatCode(frameCodes(form, lot, ORIGIN), SERIAL);
      expect(codeAs('element-string')).toBe(buildElementString(unit));
      expect(codeAs('bracketed')).toBe(buildBracketed(unit));
      expect(codeAs('digital-link')).toBe(buildDigitalLink(unit, ORIGIN));
    }
  });

  it('has a separator only where a value of variable length is not the last', () => {
    const lot = { gtin: GTIN, lot: 'A12', expiry: '2030-03-31' };
    expect(formatCode(frameCodes('element-string', lot, ORIGIN), SERIAL)).toBe(
      `01${GTIN}1730033110A12\u001d21${SERIAL}`,
    );
  });

  it('keeps the order of keys in the path of a link, and dates behind it', () => {
    const lot = { gtin: GTIN, lot: 'A/12', expiry: '2030-03-31' };
    expect(formatCode(frameCodes('digital-link', lot, ORIGIN), SERIAL)).toBe(
      `${ORIGIN}/01/${GTIN}/10/A%2F12/21/${SERIAL}?17=300331`,
    );
  });

  it('is the bare serial where nothing else is wanted', () => {
    expect(formatCode(frameCodes('serial', { gtin: GTIN, lot: 'A12' }, ORIGIN), SERIAL)).toBe(SERIAL);
  });

  it('does not come to be with a lot that GS1 does not allow', () => {
    expect(() => frameCodes('element-string', { gtin: GTIN, lot: 'Lô 1' }, ORIGIN)).toThrow(RangeError);
  });
});
