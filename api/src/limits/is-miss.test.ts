import { expect, it } from 'vitest';
import { REASONS, type Reason } from '@assay/contract';
import { isMiss } from './is-miss.ts';

const MISSES = new Set<Reason>([
  'not-a-product-code',
  'registration-number',
  'not-registered',
  'serial-not-issued',
]);

it.each(REASONS)('a check is a miss where nothing is on file, and only there: %s', (reason) => {
  expect(isMiss({ verdict: 'unknown', reasons: [reason] })).toBe(MISSES.has(reason));
});

it('a foreign link does not hide that nothing is on file', () => {
  expect(isMiss({ verdict: 'unknown', reasons: ['foreign-link', 'not-registered'] })).toBe(true);
});

it('what an authority decided about is on file, registered or not', () => {
  const reasons: Reason[] = ['authority-decision', 'not-registered'];
  expect(isMiss({ verdict: 'reported-counterfeit', reasons })).toBe(false);
});
