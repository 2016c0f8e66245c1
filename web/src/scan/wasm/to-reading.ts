import type { Format } from '@assay/contract/lists';
import type { ReadResult } from 'zxing-wasm/reader';
import { isSquare, type Reading } from '../reading.ts';

/** zxing's names of the formats that products carry, and the web's BarcodeDetector names for them. */
const FORMAT_OF: Readonly<Record<string, Format>> = {
  EAN13: 'ean_13',
  EAN8: 'ean_8',
  UPCA: 'upc_a',
  UPCE: 'upc_e',
  ITF: 'itf',
  ITF14: 'itf',
  Code128: 'code_128',
  QRCode: 'qr_code',
  QRCodeModel2: 'qr_code',
  DataMatrix: 'data_matrix',
};

/** Fewer agreeing scan lines than this make a weak reading. */
const SURE_LINES = 4;

export type ZxingResult = Pick<
  ReadResult,
  'isValid' | 'format' | 'text' | 'symbologyIdentifier' | 'lineCount'
>;

/** zxing reads ITF of any length even when asked for ITF14; `]I1` says that the check digit is right. */
const isFragment = ({ text, symbologyIdentifier }: ZxingResult, format: Format) =>
  format === 'itf' && !(text.length === 14 && symbologyIdentifier === ']I1');

/**
 * What zxing read, in the contract's terms; `undefined` for what is no product code. UPC-A and UPC-E keep the 13
 * digits that zxing expands them to, with a leading zero.
 */
export function toReading(result: ZxingResult): Reading | undefined {
  const format = FORMAT_OF[result.format];
  if (!result.isValid || format === undefined || result.text === '') return undefined;
  if (isFragment(result, format)) return undefined;
  const reading: Reading = { text: result.text, format };
  if (/^\][A-Za-z][0-9A-Za-z]$/.test(result.symbologyIdentifier)) reading.aim = result.symbologyIdentifier;
  if (!isSquare(reading) && result.lineCount < SURE_LINES) reading.confirm = true;
  return reading;
}
