import type { Resolution, SymbolKind } from '@assay/contract';
import { Refused } from '../refused.ts';
import { plainText } from './fit-text.ts';
import type { Field } from './fields.ts';
import { POINT } from './marks.ts';
import { targetSize } from './resolution.ts';
import { roomsOf } from './rooms.ts';
import { type LabelLayout, setText } from './set-text.ts';
import type { Typefaces } from './typefaces.ts';

/** What has to find its place on a label of so many millimetres. */
export interface LabelToLayOut {
  width: number;
  height: number;
  symbol: SymbolKind;
  /** Modules a side. */
  side: number;
  resolution: Resolution;
  /** The product's name; left out where it has no room. */
  name: string;
  /** Of any unit: all serials are equally long. */
  fields: readonly Field[];
}

/** Sizes of text, in points. */
const SIZES = [9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5];
/** From this size on a larger symbol, and a serial in one line, are worth more than larger text. In points. */
const EASY_TO_READ = 5.5;
const MOST_NAME = 80;

/**
 * Finds the place of symbol and text, beside each other or one below the other: text that can be read, then a symbol of
 * the size that GS1 aims at, then larger text, then a larger symbol, as far as there is room.
 *
 * @throws Refused `invalid` where the label is too small for what the code needs
 */
export function layOutLabel(label: LabelToLayOut, faces: Typefaces): LabelLayout {
  const name = plainText(label.name, faces.bold.font, MOST_NAME);
  const naturalPlace = label.width > label.height ? 'beside' : 'below';
  const target = targetSize(label.resolution);
  let best: { layout: LabelLayout; worth: readonly number[] } | undefined;
  for (const room of roomsOf(label, label.symbol, label.side, label.resolution))
    for (const points of SIZES) {
      const layout = setText(room, label.fields, name, points * POINT, faces);
      const worth = layout && [
        Math.min(points, EASY_TO_READ),
        Math.min(room.module, target),
        -layout.fields.ys.length,
        Number(room.place === naturalPlace),
        Math.min(layout.name.lines.length, 1),
        points,
        room.module,
      ];
      if (worth && (!best || isMore(worth, best.worth))) best = { layout, worth };
    }
  if (best) return best.layout;
  throw new Refused(
    'invalid',
    `a label of ${label.width} by ${label.height} mm is too small for this code`,
    'Take a larger label, a DataMatrix, or a printer of more dots an inch.',
  );
}

/** Compared like words: the first difference decides. */
function isMore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, n) => value !== other[n]);
  return at >= 0 && one[at]! > other[at]!;
}
