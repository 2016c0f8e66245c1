import { expect, it } from 'vitest';
import { splitOrder } from './split-order.ts';

it('a file ends with a whole sheet, and every label is in exactly one file', () => {
  const parts = splitOrder({ first: 100, last: 100 + 12_000 - 1 }, 5_000, 21, 0);
  expect(parts.map(({ first, last }) => last - first + 1)).toEqual([4_998, 4_998, 2_004]);
  expect(parts.map(({ first }) => first)).toEqual([100, 5_098, 10_096]);
});

it('only the first sheet has places that are empty already', () => {
  const parts = splitOrder({ first: 0, last: 59 }, 50, 10, 7);
  expect(parts).toEqual([
    { first: 0, last: 42, skipped: 7 },
    { first: 43, last: 59, skipped: 0 },
  ]);
});

it('one label is one file', () => {
  expect(splitOrder({ first: 5, last: 5 }, 5_000, 1, 0)).toEqual([{ first: 5, last: 5, skipped: 0 }]);
});
