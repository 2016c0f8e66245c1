import type { Resolution, SymbolKind } from '@assay/contract';
import { type CodeFrame, formatCode } from '../code-files/index.ts';
import { fieldsOf, type LabelledLot, wrapFields } from './fields.ts';
import { layOutLabel } from './lay-out-label.ts';
import type { Mark } from './marks.ts';
import type { LabelLayout } from './set-text.ts';
import { drawSymbol, sideOf } from './symbol.ts';
import type { Typefaces } from './typefaces.ts';

/** The labels of one lot: of each other they differ by the serial alone. Millimetres. */
export interface LabelDesign {
  width: number;
  height: number;
  symbol: SymbolKind;
  resolution: Resolution;
  /** The product's name as its maker wrote it. */
  name: string;
  lot: LabelledLot;
  frame: CodeFrame;
}

/** Draws the labels of one lot. */
export interface LabelPen {
  /** Side of a module, in millimetres. */
  module: number;
  draw(serial: string): Mark[];
}

const ANY_SERIAL = '0'.repeat(17);

/**
 * Lays out the labels of a lot, all alike.
 *
 * @throws Refused `invalid` where a label is too small for the code
 */
export function layOutLot(design: LabelDesign, faces: Typefaces): LabelPen {
  const side = sideOf(design.symbol, design.frame);
  const layout = layOutLabel({ ...design, side, fields: fieldsOf(design.lot, ANY_SERIAL) }, faces);
  return {
    module: layout.symbol.module,
    draw: (serial) => drawLabel(design, layout, side, serial),
  };
}

function drawLabel(
  { symbol, frame, lot }: LabelDesign,
  { symbol: place, x, name, fields }: LabelLayout,
  side: number,
  serial: string,
): Mark[] {
  const lines = wrapFields(fieldsOf(lot, serial), fields.columns) ?? [];
  return [
    { kind: 'symbol', ...place, modules: drawSymbol(symbol, formatCode(frame, serial), side) },
    ...name.lines.map(({ text, y }): Mark => ({ kind: 'text', x, y, size: name.size, face: 'bold', text })),
    ...lines.map((text, n): Mark => ({
      kind: 'text',
      x,
      y: fields.ys[n]!,
      size: fields.size,
      face: 'mono',
      text,
    })),
  ];
}
