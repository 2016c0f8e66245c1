import { describe, expect, it } from 'vitest';
import { formatCode, frameCodes } from '../code-files/format-code.ts';
import { drawSymbol, sideOf } from './symbol.ts';

const GTIN = '09520001000010';
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOTS = [
  {},
  { lot: 'A12', expiry: '2030-03-31' },
  { lot: '20A_C88A39A31CC4' },
  { lot: '2026/000-123-abcXYZ' },
];
const FORMS = [
  ['qr-code', 'digital-link'],
  ['data-matrix', 'element-string'],
] as const;

let seed = 20261125;
const random = (below: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const randomSerial = (symbols: string) =>
  Array.from({ length: 17 }, () => symbols.charAt(random(symbols.length))).join('');

describe.each(FORMS)('a %s', (kind, form) => {
  it('is equally large for every serial of a lot', () => {
    for (const lot of LOTS) {
      const frame = frameCodes(form, { gtin: GTIN, ...lot }, 'https://assay.example');
      const side = sideOf(kind, frame);
      const serials = ['0123456789', 'GHJKMNPQ', ALPHABET, ALPHABET, ALPHABET, ALPHABET].map(randomSerial);
      for (const serial of serials) expect(drawSymbol(kind, formatCode(frame, serial), side).side).toBe(side);
    }
  }, 30_000);

  it('has its dark modules once each, in runs along the rows', () => {
    const { side, runs } = drawSymbol(kind, 'A1B2C3');
    const seen = new Set(runs.flatMap(([x, y, length]) => Array.from({ length }, (_, n) => `${x + n},${y}`)));
    expect(seen.size).toBe(runs.reduce((sum, [, , length]) => sum + length, 0));
    expect(runs.every(([x, y, length]) => x + length <= side && y < side)).toBe(true);
  });
});

it('a text that has no room in a symbol of a given size is an error, never a smaller quiet zone', () => {
  expect(() => drawSymbol('qr-code', 'A'.repeat(200), 25)).toThrow(/qrcode/i);
  expect(() => drawSymbol('data-matrix', 'A'.repeat(200), 22)).toThrow(/datamatrix/i);
});
