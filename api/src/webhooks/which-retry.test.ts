import { expect, it } from 'vitest';
import { WAITS, whichRetry } from './which-retry.ts';

const DAY = 86_400_000;

it('makes twelve attempts within about three days, each wait at least as long as the one before', () => {
  const waits = Array.from({ length: 12 }, (_, n) => whichRetry(n + 1, 0));
  expect(waits).toEqual([...WAITS, undefined]);
  expect(WAITS.toSorted((one, other) => one - other)).toEqual(WAITS);
  const whole = WAITS.reduce((sum, wait) => sum + wait, 0) / DAY;
  expect(whole).toBeGreaterThan(2.9);
  expect(whole * 1.1).toBeLessThan(3.3);
});

it('spreads what failed together over a tenth of the wait', () => {
  expect(whichRetry(2, 0.5)).toBe(63_000);
});
