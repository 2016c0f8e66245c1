import { describe, expect, test } from 'vitest';
import { FORMATS } from '@assay/contract/lists';
import { toReading, type ZxingResult } from './to-reading.ts';

const EAN: ZxingResult = {
  isValid: true,
  format: 'EAN13',
  text: '9521234567899',
  symbologyIdentifier: ']E0',
  lineCount: 4,
};

describe('toReading', () => {
  test.each([
    ['EAN13', 'ean_13'],
    ['EAN8', 'ean_8'],
    ['UPCA', 'upc_a'],
    ['UPCE', 'upc_e'],
    ['Code128', 'code_128'],
    ['QRCode', 'qr_code'],
    ['DataMatrix', 'data_matrix'],
  ] as const)('calls %s by its name in the contract', (format, name) => {
    expect(toReading({ ...EAN, format })?.format).toBe(name);
    expect(FORMATS).toContain(name);
  });

  test('keeps text and symbology identifier as they are', () => {
    const text = '010952123456789910A\u001D21B';
    expect(
      toReading({ ...EAN, format: 'DataMatrix', text, symbologyIdentifier: ']d2', lineCount: 0 }),
    ).toEqual({
      text,
      format: 'data_matrix',
      aim: ']d2',
    });
  });

  test('asks for confirmation of bars that fewer than four lines agreed on', () => {
    expect(toReading({ ...EAN, lineCount: 3 })?.confirm).toBe(true);
    expect(toReading(EAN)?.confirm).toBeUndefined();
  });

  test('takes ITF only with the 14 digits of an ITF-14 and a right check digit', () => {
    const itf: ZxingResult = { ...EAN, format: 'ITF', text: '19521234567896', symbologyIdentifier: ']I1' };
    expect(toReading(itf)).toEqual({ text: '19521234567896', format: 'itf', aim: ']I1' });
    expect(toReading({ ...itf, text: '123457' })).toBeUndefined();
    expect(toReading({ ...itf, text: '19521234567890', symbologyIdentifier: ']I0' })).toBeUndefined();
  });

  test('leaves out what is broken, empty or no product code', () => {
    expect(toReading({ ...EAN, isValid: false })).toBeUndefined();
    expect(toReading({ ...EAN, text: '' })).toBeUndefined();
    expect(toReading({ ...EAN, format: 'PDF417' })).toBeUndefined();
  });

  test('leaves out a symbology identifier that the decoder does not know', () => {
    expect(toReading({ ...EAN, symbologyIdentifier: '' })).toEqual({ text: EAN.text, format: 'ean_13' });
  });
});
