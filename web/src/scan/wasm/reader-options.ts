import type { ReaderOptions } from 'zxing-wasm/reader';
import type { Look } from '../decoder.ts';

type Formats = NonNullable<ReaderOptions['formats']>;

const SQUARE: Formats = ['QRCode', 'DataMatrix'];

const BARS: Formats = ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'ITF14', 'Code128'];

const FORMATS: Record<Look['kinds'], Formats> = { all: [...BARS, ...SQUARE], square: SQUARE, bars: BARS };

/**
 * zxing's options for a look. One symbol and at least four agreeing lines are what keeps misreads out: the check
 * digit does not, since every wrong number that was seen had a right one. `Plain` keeps separators as GS (0x1D).
 */
export function readerOptions({ kinds, lines }: Look): ReaderOptions {
  return {
    formats: FORMATS[kinds],
    tryHarder: true,
    tryRotate: true,
    maxNumberOfSymbols: 1,
    minLineCount: lines,
    textMode: 'Plain',
  };
}
