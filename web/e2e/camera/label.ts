import bwipjs from 'bwip-js/node';
import type { Format } from '@assay/contract/lists';
import { blank, type Picture } from './picture.ts';

/**
 * A code to print. `text` is what a decoder gives for it: digits, a link, or a GS1 element string, which is
 * recognised by its brackets, a GS (0x1D) or a leading symbology identifier (`]d2`, `]C1`, `]Q3`).
 */
export interface Label {
  format: Exclude<Format, 'typed'>;
  text: string;
}

const SYMBOLS = {
  ean_13: 'ean13',
  ean_8: 'ean8',
  upc_a: 'upca',
  upc_e: 'upce',
  itf: 'itf14',
  code_128: 'code128',
  qr_code: 'qrcode',
  data_matrix: 'datamatrix',
} as const;

/** The symbols that hold element strings, drawn from bracketed text. */
const BRACKETED: Partial<Record<Label['format'], string>> = {
  code_128: 'gs1-128',
  qr_code: 'gs1qrcode',
  data_matrix: 'gs1datamatrix',
};

const QUIET_MODULES = 10;
const BAR_MODULES = 50;

/** Draws a label with its quiet zone, `module` pixels wide per module. */
export function drawLabel(label: Label, module = 4): Picture {
  const { symbol, text, fnc } = howToEncode(label);
  // oxlint-disable-next-line import/no-named-as-default-member -- the export of that name draws another thing
  const [drawn] = bwipjs.raw(symbol, text, { parsefnc: fnc });
  if (!drawn) throw new Error(`no symbol for ${label.format}`);
  return 'pixs' in drawn ? drawSquare(drawn, module) : drawBars(drawn.sbs, module);
}

function howToEncode({ format, text }: Label): { symbol: string; text: string; fnc: boolean } {
  const bracketed = text.startsWith('(') ? BRACKETED[format] : undefined;
  if (bracketed) return { symbol: bracketed, text, fnc: false };
  const identified = /^\](?:d2|C1|Q3)/.test(text);
  if (!identified && !text.includes('\u001D')) return { symbol: SYMBOLS[format], text, fnc: false };
  const elements = text.slice(identified ? 3 : 0).replaceAll('^', '^^');
  return { symbol: SYMBOLS[format], text: `^FNC1${elements.replaceAll('\u001D', '^FNC1')}`, fnc: true };
}

function drawSquare(
  { pixs, pixx, pixy }: { pixs: number[]; pixx: number; pixy: number },
  module: number,
): Picture {
  const quiet = QUIET_MODULES * module;
  const picture = blank(Math.round(pixx * module + 2 * quiet), Math.round(pixy * module + 2 * quiet));
  pixs.forEach((dark, index) => {
    if (!dark) return;
    const column = index % pixx;
    const row = Math.floor(index / pixx);
    fill(picture, quiet + column * module, quiet + row * module, module, module);
  });
  return picture;
}

function drawBars(widths: readonly number[], module: number): Picture {
  const quiet = QUIET_MODULES * module;
  const total = widths.reduce((sum, width) => sum + width, 0) * module;
  const picture = blank(Math.round(total + 2 * quiet), Math.round(BAR_MODULES * module + 2 * quiet));
  let left = quiet;
  widths.forEach((width, index) => {
    if (index % 2 === 0) fill(picture, left, quiet, width * module, BAR_MODULES * module);
    left += width * module;
  });
  return picture;
}

function fill(picture: Picture, left: number, top: number, width: number, height: number): void {
  for (let y = Math.round(top); y < Math.round(top + height); y++) {
    const row = y * picture.width;
    picture.grey.fill(0, row + Math.round(left), row + Math.round(left + width));
  }
}
