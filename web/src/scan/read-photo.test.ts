import { expect, test } from 'vitest';
import { settle } from './read-photo.ts';
import type { Reading } from './reading.ts';

const EAN: Reading = { text: '9521234567899', format: 'ean_13' };
const MATRIX: Reading = { text: '010952123456789921A', format: 'data_matrix', aim: ']d2' };
const LINK: Reading = { text: 'https://shop.example/win', format: 'qr_code' };

test('a photo without a code holds nothing', () => {
  expect(settle([])).toEqual({ kind: 'nothing' });
});

test('the square code stands for the bars whose number it holds', () => {
  expect(settle([MATRIX, EAN])).toEqual({ kind: 'read', reading: MATRIX });
});

test('an advertisement beside the bars is a choice', () => {
  expect(settle([LINK, EAN])).toEqual({ kind: 'choose', readings: [LINK, EAN] });
});
