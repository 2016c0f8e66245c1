import type { Localised, Resolution, SymbolKind } from '@assay/contract';
import { groupSerial } from '@assay/serials';
import type { Modules } from './symbol.ts';
import { spacedNumber, WORDS, writtenDay } from './words.ts';

/** What the first page says of the labels that follow. */
export interface AboutLabels {
  name: string;
  gtin: string;
  lots: readonly { lot?: string; expiry?: string }[];
  /** Numbers of the first and the last label: the indexes of their codes. */
  first: number;
  last: number;
  serials: readonly [first: string, last: string];
  label: { width: number; height: number };
  /** Labels of a sheet; none on a roll. */
  sheet?: { columns: number; rows: number };
  symbol: SymbolKind;
  resolution: Resolution;
  /** Side of a module, in millimetres. */
  module: number;
  /** To be scanned as a trial: the product's own code, of no unit. */
  trial: Modules;
}

/** GS1's prefix for demonstrations: such codes must never be on sale. */
export const isDemonstration = (gtin: string): boolean => gtin.startsWith('0952');

const MOST_LISTED = 4;

/** What there is, each once, in a line: `A12, B3`, and how many more there are. */
function listOf(values: readonly string[]): string {
  const different = [...new Set(values)];
  const more = different.length - MOST_LISTED;
  return different.slice(0, MOST_LISTED).join(', ') + (more > 0 ? ` +${more}` : '');
}

/** The rows of a table: what it is, and its value. */
export function factsOf(about: AboutLabels): [Localised, string][] {
  const { lots, label, sheet, first, last, serials } = about;
  const lotNames = lots.flatMap(({ lot }) => lot ?? []);
  const days = lots.flatMap(({ expiry }) => (expiry === undefined ? [] : writtenDay(expiry)));
  const symbol = about.symbol === 'qr-code' ? 'QR Code' : 'GS1 DataMatrix';
  return [
    [WORDS.gtin, about.gtin],
    ...(lotNames.length > 0 ? [[WORDS.lots, listOf(lotNames)] satisfies [Localised, string]] : []),
    ...(days.length > 0 ? [[WORDS.expiry, listOf(days)] satisfies [Localised, string]] : []),
    [WORDS.labels, spacedNumber(last - first + 1)],
    [WORDS.numbers, `${spacedNumber(first)} – ${spacedNumber(last)}`],
    [WORDS.serials, serials.map(groupSerial).join(' … ')],
    [WORDS.media, `${label.width} × ${label.height} mm${sheet ? `, ${sheet.columns} × ${sheet.rows}` : ''}`],
    [WORDS.symbol, `${symbol}, ${about.module.toFixed(3)} mm, ${about.resolution} dpi`],
  ];
}
