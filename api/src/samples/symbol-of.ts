import type { RenderOptions } from 'bwip-js/node';
import type { Format, Sample } from '@assay/contract';
import { type Element, parseScan } from '@assay/gs1';

const GS = '\u001d';
/** Symbology identifier of GS1-128 (ISO/IEC 15424): the text has it where nothing else tells that it is GS1. */
const GS1_128 = ']C1';
/** Names of the symbologies in BWIPP. */
const SYMBOLS = {
  ean_13: 'ean13',
  ean_8: 'ean8',
  upc_a: 'upca',
  upc_e: 'upce',
  itf: 'itf14',
  code_128: 'code128',
  qr_code: 'qrcode',
  data_matrix: 'datamatrix',
} as const satisfies Record<Exclude<Format, 'typed'>, string>;

const SQUARE: ReadonlySet<Format> = new Set(['qr_code', 'data_matrix']);

/**
 * How bwip-js draws the code of a sample; undefined for a typed one, which has no code. An element string is drawn
 * with FNC1 in front and for each GS (GS1 General Specifications 5.4 and 5.6).
 */
export function symbolOf({ text, format }: Pick<Sample, 'text' | 'format'>): RenderOptions | undefined {
  if (format === 'typed') return undefined;
  const elements = elementsOf(text, format);
  const size = SQUARE.has(format) ? { scale: 6 } : { scale: 3, height: 18, includetext: true };
  const paper = { padding: 8, backgroundcolor: 'FFFFFF' };
  const symbol = { bcid: SYMBOLS[format], ...size, ...paper };
  if (!elements) return { ...symbol, text };
  const drawn = { ...symbol, text: withFnc1(text), parsefnc: true };
  if (SQUARE.has(format)) return drawn;
  return { ...drawn, alttext: elements.map(({ ai, value }) => `(${ai})${value}`).join('') };
}

function elementsOf(text: string, format: Format): readonly Element[] | undefined {
  const parsed = parseScan({ text, format });
  if (!parsed.ok || parsed.identity.kind !== 'trade-item') return undefined;
  return parsed.identity.carrier === 'element-string' ? parsed.identity.elements : undefined;
}

/** With `parsefnc` BWIPP reads `^FNC1` as FNC1 and `^^` as a caret. */
const withFnc1 = (text: string) =>
  `^FNC1${text.replace(GS1_128, '').replaceAll('^', '^^').replaceAll(GS, '^FNC1')}`;
