import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { CheckRequest } from '@assay/contract';
import type { Picture } from './render-pages.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** A code as the camera reads it, and where it is, in pixels. */
export type ReadCode = Pick<CheckRequest, 'text' | 'format' | 'aim'>;

/** Every QR Code and DataMatrix in a picture, grey or a file. */
export async function readPicture(picture: Picture | Uint8Array): Promise<ReadCode[]> {
  const codes = await readBarcodes('grey' in picture ? inColour(picture) : picture, {
    formats: ['QRCode', 'DataMatrix'],
    maxNumberOfSymbols: 4,
    textMode: 'Plain',
  });
  return codes.map(({ text, format, symbologyIdentifier }) => ({
    text,
    format: format === 'QRCode' ? 'qr_code' : 'data_matrix',
    aim: symbologyIdentifier,
  }));
}

function inColour({ width, height, grey }: Picture) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  grey.forEach((level, n) => data.fill(level, n * 4, n * 4 + 3));
  return { data, width, height, colorSpace: 'srgb' as const };
}
