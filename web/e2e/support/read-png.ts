import { inflateSync } from 'node:zlib';

/** Pixels as one number each, `0xrrggbb`, rows from the top. */
export interface Pixels {
  width: number;
  height: number;
  colours: Uint32Array;
}

const SAMPLES: Record<number, number> = { 2: 3, 6: 4 };

/** Reads an opaque PNG of 8 bits a sample, as Chromium takes screenshots (ISO/IEC 15948). */
export function readPng(file: Buffer): Pixels {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const step = SAMPLES[file[25] ?? -1];
  if (file[24] !== 8 || step === undefined) throw new Error('a PNG of another kind');
  const rows = unfiltered(inflateSync(dataOf(file)), width * step, step);
  const colours = Uint32Array.from({ length: width * height }, (_, pixel) =>
    rows.readUIntBE(pixel * step, 3),
  );
  return { width, height, colours };
}

function dataOf(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** Takes back the filter of each row (ISO/IEC 15948, 9.2). */
function unfiltered(data: Buffer, length: number, step: number): Buffer {
  const rows = Buffer.alloc((data.length / (length + 1)) * length);
  for (let from = 0, to = 0; from < data.length; from += length + 1, to += length) {
    const filter = data[from];
    for (let index = 0; index < length; index++) {
      const left = index < step ? 0 : rows[to + index - step]!;
      const above = to === 0 ? 0 : rows[to + index - length]!;
      const corner = index < step || to === 0 ? 0 : rows[to + index - length - step]!;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0]!;
      rows[to + index] = data[from + 1 + index]! + guess;
    }
  }
  return rows;
}

function paeth(left: number, above: number, corner: number): number {
  const [fromLeft, fromAbove, fromCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (fromLeft <= fromAbove && fromLeft <= fromCorner) return left;
  return fromAbove <= fromCorner ? above : corner;
}
