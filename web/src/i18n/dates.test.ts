import { expect, test } from 'vitest';
import { sayDay, sayInstant } from './dates.ts';
import { fill } from './fill.ts';

test('a calendar day reads as people write it and passes through no time zone', () => {
  expect(sayDay('vi', '2026-11-21')).toBe('21/11/2026');
  expect(sayDay('en', '2026-01-01')).toBe('1 January 2026');
});

test('an instant is told in the time of the country', () => {
  expect(sayInstant('vi', '2026-11-20T17:30:00Z')).toBe('00:30, 21/11/2026');
});

test('a sentence that ends in a filled sentence has one full stop', () => {
  expect(fill('{maker} khóa: {reason}.', { maker: 'A', reason: 'mất tem.' })).toBe('A khóa: mất tem.');
});
