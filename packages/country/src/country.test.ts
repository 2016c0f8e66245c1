import { expect, test } from 'vitest';
import { nearestProvince, provinceIndex, vietNam } from './index.ts';
import examples from '../data/registration-numbers.json' with { type: 'json' };

test('there are 34 provinces, in order of code, each with its own bit', () => {
  const codes = vietNam.provinces.map((province) => province.code);
  expect(codes).toHaveLength(34);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes.map(provinceIndex)).toEqual(codes.map((_, index) => index));
  expect(provinceIndex('99')).toBeUndefined();
});

test('a place belongs to the province with the nearest inner point', () => {
  expect(nearestProvince(21.03, 105.85).name).toBe('Hà Nội');
  expect(nearestProvince(10.03, 105.78).name).toBe('Cần Thơ');
  for (const province of vietNam.provinces) expect(nearestProvince(...province.point)).toBe(province);
});

test.each(examples)('$number has the form of $pattern', ({ number, pattern }) => {
  expect(vietNam.registrationPatterns.find(({ re }) => re.test(number))?.id ?? null).toBe(pattern);
});
