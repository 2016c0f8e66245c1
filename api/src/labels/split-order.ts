/** Indexes of codes, first and last included. */
export interface Part {
  first: number;
  last: number;
}

/** A part that is printed by itself, and how many places of its first sheet are empty already. */
export type FilePart = Part & { skipped: number };

/**
 * Parts of an order, one a file, each ending with a whole sheet.
 *
 * @param most labels in a file
 * @param onSheet labels of a sheet; 1 on a roll
 * @param skipped empty places of the very first sheet
 */
export function splitOrder(
  { first, last }: Part,
  most: number,
  onSheet: number,
  skipped: number,
): FilePart[] {
  const places = Math.floor(most / onSheet) * onSheet;
  const parts: FilePart[] = [];
  let empty = skipped;
  for (let from = first; from <= last;) {
    const to = Math.min(last, from + places - empty - 1);
    parts.push({ first: from, last: to, skipped: empty });
    from = to + 1;
    empty = 0;
  }
  return parts;
}
