import type { Format } from '@assay/contract/lists';
import type { Reading } from '../reading.ts';

const GS = '\u001D';

/** zxing-js names its formats as the web's BarcodeDetector does, in capitals. */
const FORMAT_OF: Readonly<Record<string, Format>> = {
  EAN_13: 'ean_13',
  EAN_8: 'ean_8',
  UPC_A: 'upc_a',
  ITF: 'itf',
  CODE_128: 'code_128',
  QR_CODE: 'qr_code',
  DATA_MATRIX: 'data_matrix',
};

/**
 * What zxing-js read. It misreads often enough that every reading asks for confirmation. UPC-A gets the leading zero
 * that makes 13 digits of it; ITF counts only with the 14 digits of an ITF-14. The FNC1 in front, which it gives as
 * GS in a DataMatrix and as `]C1` in a Code 128, becomes the symbology identifier.
 */
export function toReading(name: string, text: string): Reading | undefined {
  const format = FORMAT_OF[name];
  if (format === undefined || text === '') return undefined;
  if (format === 'itf' && text.length !== 14) return undefined;
  if (format === 'upc_a') return { text: text.padStart(13, '0'), format, confirm: true };
  if (format === 'data_matrix' && text.startsWith(GS)) {
    return { text: text.slice(1), format, aim: ']d2', confirm: true };
  }
  if (format === 'code_128' && text.startsWith(']C1')) {
    return { text: text.slice(3), format, aim: ']C1', confirm: true };
  }
  return { text, format, confirm: true };
}
