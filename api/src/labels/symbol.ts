import bwip from 'bwip-js/node';
import type { SymbolKind } from '@assay/contract';
import { type CodeFrame, formatCode } from '../code-files/index.ts';

/** Dark modules as runs along the rows of a square: column, row and length of each. */
export interface Modules {
  side: number;
  runs: [x: number, y: number, length: number][];
}

const GS = '\u001d';

/** A character that no unit code has, and that no symbol holds in less room than any character of one. */
const WIDEST = '~'.repeat(17);

/**
 * The modules of a symbol: QR Code (ISO/IEC 18004, error correction M) with the text as it is, or GS1 DataMatrix
 * (ISO/IEC 16022) with FNC1 in front and for each GS.
 *
 * @param side modules a side, for symbols that must all be equally large; the least when absent
 * @throws Error when the text has no room in this side
 */
export function drawSymbol(kind: SymbolKind, text: string, side?: number): Modules {
  const [drawn] = kind === 'qr-code' ? drawQrCode(text, side) : drawDataMatrix(text, side);
  if (!drawn || !('pixs' in drawn)) throw new Error(`no modules of ${kind}`);
  return { side: drawn.pixx, runs: runsOf(drawn.pixs, drawn.pixx) };
}

/** Modules a side that the codes of a lot need, whatever their serials. */
export function sideOf(kind: SymbolKind, frame: CodeFrame): number {
  return drawSymbol(kind, formatCode(frame, WIDEST)).side;
}

const drawQrCode = (text: string, side: number | undefined) =>
  bwip.raw('qrcode', text, `eclevel=M${side === undefined ? '' : ` version=${(side - 17) / 4}`}`);

/** With `parsefnc` BWIPP reads `^FNC1` as FNC1 and `^^` as a caret. */
const drawDataMatrix = (text: string, side: number | undefined) =>
  bwip.raw(
    'datamatrix',
    `^FNC1${text.replaceAll('^', '^^').replaceAll(GS, '^FNC1')}`,
    `parsefnc${side === undefined ? '' : ` version=${side}x${side}`}`,
  );

function runsOf(pixels: readonly number[], side: number): Modules['runs'] {
  const runs: Modules['runs'] = [];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (!pixels[y * side + x]) continue;
      const from = x;
      while (x + 1 < side && pixels[y * side + x + 1]) x++;
      runs.push([from, y, x - from + 1]);
    }
  return runs;
}
