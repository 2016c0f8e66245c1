import { wrapText } from './fit-text.ts';
import { type Field, wrapFields } from './fields.ts';
import type { Room } from './rooms.ts';
import type { Typefaces } from './typefaces.ts';

/** Where everything stands on each label of a lot. Millimetres; baselines from the upper edge. */
export interface LabelLayout {
  symbol: { x: number; y: number; module: number };
  /** Where all lines begin. */
  x: number;
  name: { size: number; lines: { text: string; y: number }[] };
  fields: { size: number; columns: number; ys: number[] };
}

/** In units of the size: width of a character, from baseline to baseline, from baseline to the top of a digit. */
const CODE = { advance: 0.6, leading: 1.32, cap: 0.7 };
/** The same for the name; `size` by that of the fields, `marks` what Vietnamese capitals carry above. */
const NAME = { size: 1.12, leading: 1.28, cap: 0.74, marks: 0.3 };
/** Between name and fields, from baseline to the top of a digit. */
const GAP = 0.75;
const MOST_NAME_LINES = 2;

/**
 * Sets name and fields into a room, in one size; the name gets less lines, or none, where there is no room for it.
 *
 * @param size of the fields' text
 * @returns undefined where the fields do not fit
 */
export function setText(
  room: Room,
  fields: readonly Field[],
  name: string,
  size: number,
  faces: Typefaces,
): LabelLayout | undefined {
  const columns = Math.floor(room.width / (CODE.advance * size) + 1e-9);
  const lines = wrapFields(fields, columns);
  if (!lines) return undefined;
  const fieldsHeight = size * (CODE.cap + (lines.length - 1) * CODE.leading);
  const nameSize = size * NAME.size;
  const above = room.place === 'below' ? NAME.marks * nameSize : 0;
  const spare = room.height - fieldsHeight - above;
  if (spare < 0) return undefined;
  const nameLines = wrapName(name, spare - GAP * size, room.width, nameSize, faces);
  const nameHeight =
    nameLines.length === 0 ? 0 : nameSize * (NAME.cap + (nameLines.length - 1) * NAME.leading) + GAP * size;
  const text = nameHeight + fieldsHeight;

  const stretched = room.place === 'beside' && nameLines.length > 0 ? Math.max(text, room.box) : text;
  const shift = room.place === 'below' ? (room.height - above - text) / 2 : 0;
  const top = room.place === 'below' ? room.y + above + shift : room.y + (room.height - stretched) / 2;
  return {
    symbol: { x: room.symbol.x, y: room.symbol.y + shift, module: room.module },
    x: room.x,
    name: {
      size: nameSize,
      lines: nameLines.map((line, n) => ({
        text: line,
        y: top + nameSize * (NAME.cap + n * NAME.leading),
      })),
    },
    fields: {
      size,
      columns,
      ys: lines.map((_, n) => top + stretched - size * CODE.leading * (lines.length - 1 - n)),
    },
  };
}

function wrapName(name: string, height: number, width: number, size: number, faces: Typefaces): string[] {
  if (name === '' || height < NAME.cap * size) return [];
  const lines = Math.floor((height / size - NAME.cap) / NAME.leading) + 1;
  return wrapText(name, faces.bold.font, width / size, Math.min(lines, MOST_NAME_LINES));
}
