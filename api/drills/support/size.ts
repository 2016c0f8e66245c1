const isFull = process.env['ASSAY_DRILL'] === 'full';

/** How much of a drill runs: `small` in `npm test`, `full` in `npm run drill NAME`. */
export function size({ small, full }: { small: number; full: number }): number {
  return isFull ? full : small;
}

/** Prints what a drill measured; a test run stays quiet. */
export function report(...lines: readonly string[]): void {
  if (isFull) console.log(lines.join('\n'));
}
