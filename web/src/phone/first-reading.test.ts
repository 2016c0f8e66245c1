// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { fixtures } from '../answer/fixtures.ts';
import { isGrave, readingKey } from '../answer/index.ts';
import { countReading } from './first-reading.ts';

beforeEach(() => localStorage.clear());

const MINUTE = 60_000;

test('only the second equal reading counts as the second', () => {
  expect(countReading('a', 0)).toBe('first');
  expect(countReading('b', MINUTE)).toBe('first');
  expect(countReading('a', 2 * MINUTE)).toBe('first');
  expect(countReading('a', 3 * MINUTE)).toBe('second');
});

test('a reading of long ago is forgotten', () => {
  countReading('a', 0);
  expect(countReading('a', 16 * MINUTE)).toBe('first');
});

test('the same code scanned and typed is one reading, another lot read off the pack is not', () => {
  const scanned = readingKey(fixtures['serial not issued']);
  expect(readingKey(fixtures['serial not issued, typed'])).toBe(scanned);
  const lot = (printed: string) =>
    readingKey({
      ...fixtures['lot mismatch'],
      compared: [{ field: 'lot', printed, registered: 'B03', result: 'differs' }],
    });
  expect(lot('b 08')).toBe(lot('B08'));
  expect(lot('B08')).not.toBe(lot('B09'));
});

test('only answers that accuse a serial, lot or date need a second reading', () => {
  expect(isGrave(fixtures['serial not issued'])).toBe(true);
  expect(isGrave(fixtures.decision)).toBe(false);
  expect(isGrave(fixtures['copy suspected'])).toBe(false);
});
