import { expect, test } from 'vitest';
import { toReading } from './to-reading.ts';

test('asks for confirmation of every number', () => {
  for (const name of ['EAN_13', 'EAN_8', 'UPC_A', 'CODE_128', 'QR_CODE', 'DATA_MATRIX']) {
    expect(toReading(name, '123456789012')?.confirm).toBe(true);
  }
});

test('gives UPC-A its leading zero', () => {
  expect(toReading('UPC_A', '012345678905')).toEqual({
    text: '0012345678905',
    format: 'upc_a',
    confirm: true,
  });
});

test('turns the FNC1 in front of a DataMatrix into its symbology identifier and keeps the others', () => {
  expect(toReading('DATA_MATRIX', '\u001D010952123456789910A\u001D21B')).toEqual({
    text: '010952123456789910A\u001D21B',
    format: 'data_matrix',
    aim: ']d2',
    confirm: true,
  });
});

test('takes the symbology identifier of a GS1-128 off its text', () => {
  expect(toReading('CODE_128', ']C10109521234567899')).toEqual({
    text: '0109521234567899',
    format: 'code_128',
    aim: ']C1',
    confirm: true,
  });
});

test('leaves out ITF that is no ITF-14', () => {
  expect(toReading('ITF', '123456')).toBeUndefined();
  expect(toReading('ITF', '19521234567896')?.format).toBe('itf');
});

test('leaves out what is no product code', () => {
  expect(toReading('AZTEC', 'text')).toBeUndefined();
});
