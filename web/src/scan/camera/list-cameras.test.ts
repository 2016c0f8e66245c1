import { expect, test } from 'vitest';
import { nextCamera } from './list-cameras.ts';

test('goes round the cameras', () => {
  expect(nextCamera(['a', 'b', 'c'], 'a')).toBe('b');
  expect(nextCamera(['a', 'b', 'c'], 'c')).toBe('a');
});

test('begins with the first where the present one is unknown', () => {
  expect(nextCamera(['a', 'b'], undefined)).toBe('a');
});

test('offers nothing where there is no choice', () => {
  expect(nextCamera(['a'], 'a')).toBeUndefined();
  expect(nextCamera([], undefined)).toBeUndefined();
});
