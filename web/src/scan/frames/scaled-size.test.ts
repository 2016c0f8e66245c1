import { expect, test } from 'vitest';
import { scaledSize } from './scaled-size.ts';

const bitmap = { width: 4000, height: 3000 };
const video = { displayWidth: 1920, displayHeight: 1080 };

test('keeps a size that nobody wants changed', () => {
  expect(scaledSize(bitmap)).toEqual({ width: 4000, height: 3000 });
  expect(scaledSize(video)).toEqual({ width: 1920, height: 1080 });
});

test('brings the longer side to what is wanted, up or down', () => {
  expect(scaledSize(bitmap, 2000)).toEqual({ width: 2000, height: 1500 });
  expect(scaledSize(video, 3840)).toEqual({ width: 3840, height: 2160 });
});
