/** Rows in columns, under a heading, as wide as their widest cell. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, n) => Math.max(...all.map((row) => lengthOf(row[n] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, n) => cell + ' '.repeat(widths[n]! - lengthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** In characters, as composed Vietnamese has them. */
const lengthOf = (text: string): number => Array.from(text.normalize('NFC')).length;

/** Digits in groups of three. */
export const spaced = (n: number): string => n.toLocaleString('en-US');
