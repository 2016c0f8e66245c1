import { describe, expect, it } from 'vitest';
import { fieldsOf, wrapFields } from './fields.ts';

const SERIAL = '3RHPYRYR5N9FEFER8';
const lot = { gtin: '09520001000010', lot: 'A12', expiry: '2030-03-31' };

describe('what people read on a label', () => {
  it('has each value behind its identifier in brackets, the serial in groups', () => {
    expect(wrapFields(fieldsOf(lot, SERIAL), 40)).toEqual([
      '(01) 09520001000010',
      '(17) 300331',
      '(10) A12',
      '(21) 3RHP YRYR 5N9F EFER8',
    ]);
  });

  it('says nothing of a lot or expiry that the code does not hold', () => {
    expect(wrapFields(fieldsOf({ gtin: lot.gtin }, SERIAL), 40)).toHaveLength(2);
  });

  it('breaks a serial between its groups into lines of about one length', () => {
    expect(wrapFields(fieldsOf(lot, SERIAL), 24)!.slice(-2)).toEqual(['(21) 3RHP YRYR', '     5N9F EFER8']);
  });

  it('puts a value below its identifier where a line is too short for both', () => {
    expect(wrapFields(fieldsOf(lot, SERIAL), 15)!.slice(0, 2)).toEqual(['(01)', '09520001000010']);
  });

  it('never breaks within a group: where one has no room there is no way to write it', () => {
    expect(wrapFields(fieldsOf(lot, SERIAL), 13)).toBeUndefined();
  });

  it('takes the same lines for every serial', () => {
    for (let columns = 14; columns < 30; columns++)
      expect(wrapFields(fieldsOf(lot, '0'.repeat(17)), columns)?.length).toBe(
        wrapFields(fieldsOf(lot, SERIAL), columns)?.length,
      );
  });
});
