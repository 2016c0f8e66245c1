import { beforeEach, expect, it } from 'vitest';
import { RecentShare } from './recent-share.ts';

const MINUTE = 60_000;
let now: number;
let share: RecentShare;

beforeEach(() => {
  now = 100 * MINUTE;
  share = new RecentShare(() => now);
});

it('is not known before anything was counted', () => {
  expect(share.share()).toBeUndefined();
});

it('is of everything in the last five minutes', () => {
  share.count(true);
  now += 4 * MINUTE;
  for (const holds of [false, false, true]) share.count(holds);
  expect(share.share()).toBe(0.5);
});

it('forgets what is older, also where the same slot was never used again', () => {
  share.count(true);
  now += 5 * MINUTE;
  expect(share.share()).toBeUndefined();
  share.count(false);
  expect(share.share()).toBe(0);
});
