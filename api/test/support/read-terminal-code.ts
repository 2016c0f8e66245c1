import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** Whether the upper and the lower half of a character are drawn. */
const HALVES: Record<string, readonly [boolean, boolean]> = {
  ' ': [false, false],
  '▀': [true, false],
  '▄': [false, true],
  '█': [true, true],
};
/** Pixels a module. */
const SCALE = 4;

/**
 * What a phone reads off a terminal: the text of the QR code among its lines.
 *
 * @param drawn what is drawn is dark on a light ground, as with colours, or light on a dark one
 */
export async function readTerminalCode(lines: string, drawn: 'dark' | 'light'): Promise<string> {
  const rows = stripVTControlCharacters(lines)
    .split('\n')
    .filter((line) => /^[ ▀▄█]{21,}$/.test(line))
    .flatMap((line) => {
      const halves = line.split('').map((char) => HALVES[char]!);
      return [halves.map(([upper]) => upper), halves.map(([, lower]) => lower)];
    });
  const [code] = await readBarcodes(paint(rows, drawn), { formats: ['QRCode'], tryInvert: false });
  if (!code) throw new Error(`no code can be read off ${rows.length} rows`);
  return code.text;
}

function paint(rows: readonly (readonly boolean[])[], drawn: 'dark' | 'light') {
  const width = (rows[0]?.length ?? 0) * SCALE;
  const height = rows.length * SCALE;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isDrawn = rows[Math.floor(y / SCALE)]![Math.floor(x / SCALE)]!;
      const grey = isDrawn === (drawn === 'dark') ? 0 : 255;
      data.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  return { data, width, height, colorSpace: 'srgb' as const };
}
