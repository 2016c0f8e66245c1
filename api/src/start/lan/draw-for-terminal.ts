import bwipjs from 'bwip-js/node';

/** Modules of white around the code (ISO/IEC 18004, 5.3.8). */
const QUIET = 4;
/** Black on white of the fixed part of the 256 colours: right on light and dark terminals, whatever their theme is. */
const INK = '\u001b[38;5;16;48;5;231m';
const PLAIN = '\u001b[0m';
/** Two modules above each other, by what is dark: none, the upper, the lower, both. */
const HALVES = [' ', '▀', '▄', '█'] as const;

/**
 * A text as a QR code for a terminal, two modules a character.
 *
 * @param options.colours without them light modules are drawn, as on a dark terminal
 */
export function drawForTerminal(text: string, options: { colours: boolean }): string {
  const [code] = bwipjs.raw({ bcid: 'qrcode', text });
  if (!code || !('pixs' in code)) throw new Error('bwip-js gave no modules');
  const { pixs, pixx, pixy } = code;
  const isDark = (x: number, y: number) =>
    x >= 0 && x < pixx && y >= 0 && y < pixy && pixs[y * pixx + x] === 1;
  const shown = (x: number, y: number) => (isDark(x, y) === options.colours ? 1 : 0);
  const rows = range(-QUIET, pixy + QUIET, 2).map((y) =>
    range(-QUIET, pixx + QUIET, 1)
      .map((x) => HALVES[shown(x, y) + 2 * shown(x, y + 1)])
      .join(''),
  );
  return rows.map((row) => (options.colours ? `${INK}${row}${PLAIN}` : row)).join('\n');
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => from + n * step);
}
