/** A sheet of equal labels. Millimetres; `left` and `top` are where the first label begins. */
export interface SheetTemplate {
  /** Names the sheet in orders. */
  id: string;
  page: { width: number; height: number };
  columns: number;
  rows: number;
  label: { width: number; height: number };
  pitch: { x: number; y: number };
  left: number;
  top: number;
  /** What stays empty within each label, where the outer ones reach an edge that printers leave white. */
  inset: { x: number; y: number };
  /** Drawn in the margins of plain paper, where the labels are to be cut apart. */
  cutMarks: boolean;
}

/** One label a page, as on the roll of a label printer. Millimetres. */
export interface SingleLabel {
  width: number;
  height: number;
}

/** Printers leave so many millimetres white at each edge. */
const UNPRINTABLE = 4.5;

const A4 = { width: 210, height: 297 };

/**
 * A4 sheets as many makers sell them: labels of a row touch or have a gap, labels of a column touch, and the whole stands
 * in the middle of the page. Named by the size of a label; what other names they go by is said beside them.
 */
export const SHEETS: readonly SheetTemplate[] = [
  // 14 a sheet: L7163
  sheet('a4-99x38', { columns: 2, rows: 7, width: 99.1, height: 38.1, pitchX: 101.6 }),
  // 21 a sheet: L7160
  sheet('a4-64x38', { columns: 3, rows: 7, width: 63.5, height: 38.1, pitchX: 66 }),
  // 24 a sheet: L7159
  sheet('a4-64x34', { columns: 3, rows: 8, width: 63.5, height: 33.9, pitchX: 66 }),
  // 24 a sheet, without gaps: 3474
  sheet('a4-70x37', { columns: 3, rows: 8, width: 70, height: 37 }),
  // 40 a sheet, without gaps: 3651
  sheet('a4-53x30', { columns: 4, rows: 10, width: 52.5, height: 29.7 }),
  // 40 a sheet: L7654
  sheet('a4-46x25', { columns: 4, rows: 10, width: 45.7, height: 25.4, pitchX: 48.3 }),
  // 65 a sheet: L7651
  sheet('a4-38x21', { columns: 5, rows: 13, width: 38.1, height: 21.2, pitchX: 40.6 }),
  // 18 a sheet of plain paper, to be cut
  sheet('a4-plain-60x44', { columns: 3, rows: 6, width: 60, height: 44, cutMarks: true }),
];

/** The most and the least that a label of a roll measures. */
export const SINGLE = { least: 15, most: 210 };

function sheet(
  id: string,
  {
    columns,
    rows,
    width,
    height,
    pitchX = width,
    cutMarks = false,
  }: { columns: number; rows: number; width: number; height: number; pitchX?: number; cutMarks?: boolean },
): SheetTemplate {
  const left = (A4.width - (columns - 1) * pitchX - width) / 2;
  const top = (A4.height - rows * height) / 2;
  return {
    id,
    page: A4,
    columns,
    rows,
    label: { width, height },
    pitch: { x: pitchX, y: height },
    left,
    top,
    inset: { x: Math.max(0, UNPRINTABLE - left), y: Math.max(0, UNPRINTABLE - top) },
    cutMarks,
  };
}

/** The part of each label of a sheet that is drawn on. */
export function drawnPart({ label, inset }: SheetTemplate): SingleLabel {
  return { width: label.width - 2 * inset.x, height: label.height - 2 * inset.y };
}
