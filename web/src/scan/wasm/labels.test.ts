import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawLabel, type Label } from '../../../e2e/camera/label.ts';
import { toRgba, turned } from '../../../e2e/camera/picture.ts';
import { PLAIN } from '../decoder.ts';
import type { Reading } from '../reading.ts';
import { readerOptions } from './reader-options.ts';
import { toReading } from './to-reading.ts';

const GS = '\u001D';

/** A label and what the decoder must make of it, to the character. */
const LABELS: readonly { name: string; label: Label; reading: Reading }[] = [
  {
    name: 'EAN-13',
    label: { format: 'ean_13', text: '9521234567899' },
    reading: { text: '9521234567899', format: 'ean_13', aim: ']E0' },
  },
  {
    name: 'EAN-8',
    label: { format: 'ean_8', text: '95212340' },
    reading: { text: '95212340', format: 'ean_8', aim: ']E4' },
  },
  {
    name: 'UPC-A as 13 digits',
    label: { format: 'upc_a', text: '012345678905' },
    reading: { text: '0012345678905', format: 'ean_13', aim: ']E0' },
  },
  {
    name: 'UPC-E as 13 digits',
    label: { format: 'upc_e', text: '01234565' },
    reading: { text: '0012345000065', format: 'upc_e', aim: ']E0' },
  },
  {
    name: 'ITF-14',
    label: { format: 'itf', text: '19521234567896' },
    reading: { text: '19521234567896', format: 'itf', aim: ']I1' },
  },
  {
    name: 'GS1-128 with a separator',
    label: { format: 'code_128', text: `]C1010952123456789910AB/12${GS}21x-1` },
    reading: { text: `010952123456789910AB/12${GS}21x-1`, format: 'code_128', aim: ']C1' },
  },
  {
    name: 'Code 128 without GS1',
    label: { format: 'code_128', text: 'LOT 123' },
    reading: { text: 'LOT 123', format: 'code_128', aim: ']C0' },
  },
  {
    name: 'GS1 DataMatrix with separators',
    label: { format: 'data_matrix', text: '(01)09521234567899(10)B03(21)7Ab+%"/x(17)270630' },
    reading: {
      text: `010952123456789910B03${GS}217Ab+%"/x${GS}17270630`,
      format: 'data_matrix',
      aim: ']d2',
    },
  },
  {
    name: 'DataMatrix without GS1',
    label: { format: 'data_matrix', text: 'plain text' },
    reading: { text: 'plain text', format: 'data_matrix', aim: ']d1' },
  },
  {
    name: 'GS1 QR with separators',
    label: { format: 'qr_code', text: '(01)09521234567899(10)B03(21)7AB%9' },
    reading: { text: `010952123456789910B03${GS}217AB%9`, format: 'qr_code', aim: ']Q3' },
  },
  {
    name: 'QR with a Digital Link',
    label: { format: 'qr_code', text: 'https://assay.example/01/09521234567899/10/B03/21/7Ab%2Fx' },
    reading: {
      text: 'https://assay.example/01/09521234567899/10/B03/21/7Ab%2Fx',
      format: 'qr_code',
      aim: ']Q1',
    },
  },
  {
    name: 'QR with Vietnamese words',
    label: { format: 'qr_code', text: 'Sữa bột Hoà Bình' },
    reading: { text: 'Sữa bột Hoà Bình', format: 'qr_code', aim: ']Q1' },
  },
];

beforeAll(() => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
});

describe.each(LABELS)('$name', ({ label, reading }) => {
  test.each([0, 90, 180, 270])('is read exactly when turned by %i degrees', async (degrees) => {
    const picture = turned(drawLabel(label, 3), degrees / 90);
    const results = await readBarcodes(toRgba(picture), readerOptions(PLAIN));
    expect(results.map(toReading)).toEqual([reading]);
  });
});

test('an empty sheet holds nothing', async () => {
  const sheet = { width: 640, height: 480, data: new Uint8ClampedArray(640 * 480 * 4).fill(255) };
  expect(await readBarcodes({ ...sheet, colorSpace: 'srgb' }, readerOptions(PLAIN))).toEqual([]);
});

test('of two labels in one picture one is read', async () => {
  const top = toRgba(drawLabel({ format: 'ean_13', text: '9521234567899' }, 3));
  const data = new Uint8ClampedArray([...top.data, ...top.data]);
  const both = { ...top, data, height: top.height * 2 };
  expect(await readBarcodes(both, readerOptions(PLAIN))).toHaveLength(1);
});
