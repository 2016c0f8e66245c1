import { describe, expect, it } from 'vitest';
import data from '../data/vectors.json' with { type: 'json' };
import { isWellFormedSerial, normaliseTypedSerial, openEpoch } from './index.ts';

const OTHER_SUBJECTS: Record<string, string> = {
  '09520000000011': '09520000000028',
  '09520000000028': '09520000000011',
};

describe.each(data.vectors)('$name of the specification', (vector) => {
  const secret = Buffer.from(vector.secret, 'hex');
  const cipher = openEpoch(secret, vector.subject, vector.epoch);

  it('is made to the letter and opens to its index', () => {
    expect(cipher.serial(vector.index)).toBe(vector.serial);
    expect(cipher.open(vector.serial)).toBe(vector.index);
  });

  it('with one character changed is a misread when typed and was never issued when scanned', () => {
    for (let position = 0; position < vector.serial.length; position++) {
      const other = vector.serial[position] === '7' ? '8' : '7';
      const changed = vector.serial.slice(0, position) + other + vector.serial.slice(position + 1);
      expect(normaliseTypedSerial(changed)).toEqual({ ok: false, why: 'check' });
      expect(isWellFormedSerial(changed)).toBe(false);
      expect(cipher.open(changed)).toBeUndefined();
    }
  });

  it('does not open under the other GTIN', () => {
    const other = openEpoch(secret, OTHER_SUBJECTS[vector.subject]!, vector.epoch);
    expect(other.open(vector.serial)).toBeUndefined();
  });

  it('typed in lower case with hyphens is the same unit, scanned so it was never issued', () => {
    const typed = vector.serial.toLowerCase().replace(/(.{4})(.{4})(.{4})(.{5})/, '$1-$2-$3-$4');
    expect(normaliseTypedSerial(typed)).toEqual({ ok: true, serial: vector.serial });
    expect(cipher.open(typed)).toBeUndefined();
    expect(cipher.open(vector.serial.toLowerCase())).toBeUndefined();
  });
});

it.each(data.vectors.filter((vector) => vector.innerCode))(
  '$name has the inner code of the specification',
  (vector) => {
    const cipher = openEpoch(Buffer.from(vector.secret, 'hex'), vector.subject, vector.epoch);
    expect(cipher.innerCode(vector.index)).toBe(vector.innerCode);
  },
);
