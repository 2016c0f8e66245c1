import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeEpochSecret, openEpoch, subjectOfProduct } from './index.ts';

it('spells the lowest 65 bits of the product id', () => {
  expect(subjectOfProduct('00000000-0000-0000-0000-000000000000')).toBe('U0000000000000');
  expect(subjectOfProduct('00000000-0000-0000-0000-000000000021')).toBe('U0000000000011');
  expect(subjectOfProduct('ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe('UZZZZZZZZZZZZZ');
});

it('is a subject, the same for either case of the id, and different for different products', () => {
  const ids = fc.uniqueArray(fc.uuid({ version: [4, 7] }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(ids, (products) => {
      const subjects = products.map(subjectOfProduct);
      expect(products.map((id) => subjectOfProduct(id.toUpperCase()))).toEqual(subjects);
      expect(new Set(subjects).size).toBe(products.length);
      for (const subject of subjects)
        expect(openEpoch(makeEpochSecret(), subject, 0).serial(0)).toHaveLength(17);
    }),
    { numRuns: 20 },
  );
});

it('refuses what is not a UUID', () => {
  for (const id of ['', '09520000000011', '00000000-0000-0000-0000-00000000000g']) {
    expect(() => subjectOfProduct(id)).toThrow(RangeError);
  }
});
