import type { Modules } from './symbol.ts';
import type { Face } from './typefaces.ts';

/**
 * What a page or label consists of, for PDF and SVG alike. Millimetres from the left and upper edge; a text stands on
 * its baseline, and `size` is its em.
 */
export type Mark =
  | { kind: 'symbol'; x: number; y: number; module: number; modules: Modules }
  | { kind: 'text'; x: number; y: number; size: number; face: Face; text: string; grey?: boolean }
  | { kind: 'line'; from: Point; to: Point; width: number; grey?: boolean };

export type Point = readonly [x: number, y: number];

/** Millimetres of a typographic point. */
export const POINT = 25.4 / 72;

/** Share of full light in what is grey; the rest is black, as any printer prints it best. */
export const GREY = 0.4;

/** The marks moved to the right and down. */
export function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map((mark) =>
    mark.kind === 'line'
      ? { ...mark, from: [mark.from[0] + dx, mark.from[1] + dy], to: [mark.to[0] + dx, mark.to[1] + dy] }
      : { ...mark, x: mark.x + dx, y: mark.y + dy },
  );
}
