import { type Mark, moved, POINT } from './marks.ts';
import type { SheetTemplate } from './templates.ts';

/** Where the n-th label of a sheet begins, counted from 0: along the rows, from the upper left. */
export function placeOf({ columns, left, top, pitch }: SheetTemplate, n: number): { x: number; y: number } {
  return { x: left + (n % columns) * pitch.x, y: top + Math.floor(n / columns) * pitch.y };
}

export const labelsOn = ({ columns, rows }: SheetTemplate): number => columns * rows;

/** Of the text below the labels. */
const NOTE = { size: 6 * POINT, fromEdge: 6, room: 9 };
const CUT = { width: 0.1, length: 3.5, gap: 1 };

/**
 * A sheet of labels.
 *
 * @param skipped places at the beginning that are empty already
 * @param note in the margin below the labels, where the sheet has one
 */
export function drawSheet(
  template: SheetTemplate,
  labels: readonly (readonly Mark[])[],
  skipped: number,
  note: string,
): Mark[] {
  const marks = labels.flatMap((label, n) => {
    const { x, y } = placeOf(template, skipped + n);
    return moved(label, x + template.inset.x, y + template.inset.y);
  });
  return [...marks, ...drawNote(template, note), ...(template.cutMarks ? cutMarks(template) : [])];
}

function drawNote({ page, left, top }: SheetTemplate, text: string): Mark[] {
  if (top < NOTE.room) return [];
  const y = page.height - NOTE.fromEdge;
  return [{ kind: 'text', x: Math.max(left, 5), y, size: NOTE.size, face: 'regular', text, grey: true }];
}

/** Hairlines in the margins, at each edge that is to be cut. */
function cutMarks({ columns, rows, left, top, pitch }: SheetTemplate): Mark[] {
  const right = left + columns * pitch.x;
  const bottom = top + rows * pitch.y;
  const hairline = (from: [number, number], to: [number, number]): Mark => ({
    kind: 'line',
    from,
    to,
    width: CUT.width,
  });
  const near = CUT.gap;
  const far = CUT.gap + CUT.length;
  const upright = Array.from({ length: columns + 1 }, (_, n) => left + n * pitch.x).flatMap((x) => [
    hairline([x, top - far], [x, top - near]),
    hairline([x, bottom + near], [x, bottom + far]),
  ]);
  const level = Array.from({ length: rows + 1 }, (_, n) => top + n * pitch.y).flatMap((y) => [
    hairline([left - far, y], [left - near, y]),
    hairline([right + near, y], [right + far, y]),
  ]);
  return [...upright, ...level];
}
