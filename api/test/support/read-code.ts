import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { toBuffer } from 'bwip-js/node';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { CheckRequest, Sample } from '@assay/contract';
import { symbolOf } from '../../src/samples/symbol-of.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const FORMATS: Record<string, Sample['format']> = {
  EAN13: 'ean_13',
  EAN8: 'ean_8',
  ITF: 'itf',
  ITF14: 'itf',
  Code128: 'code_128',
  QRCode: 'qr_code',
  DataMatrix: 'data_matrix',
};
const OPTIONS: ReaderOptions = {
  formats: ['EAN13', 'EAN8', 'ITF14', 'Code128', 'QRCode', 'DataMatrix'],
  maxNumberOfSymbols: 1,
  textMode: 'Plain',
};

prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** What a camera reads off the picture of a sample; a typed one is what it says. */
export async function readCode(sample: Sample): Promise<Pick<CheckRequest, 'text' | 'format' | 'aim'>> {
  const symbol = symbolOf(sample);
  if (!symbol) return { text: sample.text, format: sample.format };
  const picture = await toBuffer({ ...symbol, scale: 2 });
  const [code] = await readBarcodes(new Uint8Array(picture), OPTIONS);
  const format = code && FORMATS[code.format];
  if (!format) throw new Error(`nothing can be read off the picture of ${sample.title.en}`);
  return { text: code.text, format, aim: code.symbologyIdentifier };
}
