import { deflateSync } from 'node:zlib';
import { chunk, SIGNATURE } from '../camera/png.ts';
import { readPng } from './read-png.ts';

/** The same picture in at most 256 colours, the commonest of its own: a screenshot in a third of the bytes. */
export function shrinkPng(file: Buffer): Buffer {
  const { width, height, colours } = readPng(file);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([colour]) => colour)
    .slice(0, 256);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const rows = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, pixel) => (rows[pixel + Math.floor(pixel / width) + 1] = places.get(colour)!));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const parts = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(colour: number, palette: readonly number[]): number {
  const wanted = parts(colour);
  let best = 0;
  let least = Infinity;
  for (const [place, candidate] of palette.entries()) {
    const distance = parts(candidate).reduce((sum, part, index) => sum + (part - wanted[index]!) ** 2, 0);
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
