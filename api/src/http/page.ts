import type { Cursors } from './cursor.ts';

/** How many rows a list shows at a time. */
export const PAGE = 50;

/**
 * A page out of one row more than it shows.
 *
 * @param rows at most `PAGE + 1`, in the order of the list
 * @param placeOf where the list goes on behind a row
 */
export function pageOf<Row>(
  rows: readonly Row[],
  cursors: Cursors,
  placeOf: (row: Row) => readonly (string | number)[],
): { rows: Row[]; next?: string } {
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return rows.length > PAGE && last ? { rows: page, next: cursors.write(placeOf(last)) } : { rows: page };
}
