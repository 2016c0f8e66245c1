import { expect, it } from 'vitest';
import { neighboursOf } from './index.ts';

it('counts the last character down and up, and never out of digits and letters', () => {
  expect(neighboursOf('S1-105')).toEqual(['S1-104', 'S1-106']);
  expect(neighboursOf('A0')).toEqual(['A1']);
  expect(neighboursOf('A9')).toEqual(['A8']);
  expect(neighboursOf('xZ')).toEqual(['xY']);
  expect(neighboursOf('x-')).toEqual([]);
});
