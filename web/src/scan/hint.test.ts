import { expect, test } from 'vitest';
import { hintAfter } from './hint.ts';

test('says first where the code belongs, then to hold still, then to come closer', () => {
  expect([0, 3000, 7000].map((ms) => hintAfter(ms, 120))).toEqual(['aim', 'hold-still', 'closer']);
});

test('asks for light before anything else in the dark', () => {
  expect([3000, 20_000].map((ms) => hintAfter(ms, 20))).toEqual(['dark', 'dark']);
});
