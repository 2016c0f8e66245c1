import { expect, test } from 'vitest';
import { blackSince, lightOf, staysBlack } from './light.ts';

const sheet = (shade: number) => ({ data: new Uint8ClampedArray(4 * 10_000).fill(shade) });

test('measures how light a picture is', () => {
  expect(lightOf(sheet(130))).toEqual({ mean: 130, brightest: 130 });
});

test('notices when the picture turns black, keeps that time, and forgets it with the first light', () => {
  const black = lightOf(sheet(0));
  expect(blackSince(undefined, black, 5)).toBe(5);
  expect(blackSince(5, black, 900)).toBe(5);
  expect(blackSince(5, lightOf(sheet(9)), 1000)).toBeUndefined();
});

test('two seconds of black are too long', () => {
  expect(staysBlack(undefined, 9000)).toBe(false);
  expect(staysBlack(100, 2099)).toBe(false);
  expect(staysBlack(100, 2100)).toBe(true);
});
