import type { FileLayout } from '@assay/contract';
import { groupSerial } from '@assay/serials';
import { cell, cellForPeople } from './csv-cell.ts';
import { type CodeFrame, formatCode } from './format-code.ts';

/** Codes of one lot, in order. Days are ISO days. */
export interface LotOfCodes {
  frame: CodeFrame;
  gtin?: string;
  lot?: string;
  expiry?: string;
  serials: AsyncIterable<readonly string[]>;
}

/** Writes the line of the n-th unit of a file, numbered from 1. */
type Line = (serial: string, n: number) => string;

const BYTE_ORDER_MARK = '\ufeff';
/** Never in a code: marks the place of the serial in a cell. */
const PLACE = '\0';

const LAYOUTS: Record<FileLayout, { heading: string; lineOf: (lot: LotOfCodes) => Line }> = {
  list: {
    heading: '',
    lineOf:
      ({ frame }) =>
      (serial) =>
        `${formatCode(frame, serial)}\n`,
  },
  printer: {
    heading: 'code,serial,gtin,lot,expiry\r\n',
    lineOf(lot) {
      const [open, close] = cellAround(lot.frame, cell);
      const rest = [lot.gtin, lot.lot, lot.expiry].map((text) => cell(text ?? '')).join(',');
      return (serial) => `${open}${serial}${close},${serial},${rest}\r\n`;
    },
  },
  people: {
    heading: `${BYTE_ORDER_MARK}number,code,serial,gtin,lot,expiry\r\n`,
    lineOf(lot) {
      const [open, close] = cellAround(lot.frame, cellForPeople);
      const rest = [lot.gtin, lot.lot, lot.expiry].map((text) => cellForPeople(text ?? '')).join(',');
      return (serial, n) => `${n},${open}${serial}${close},${groupSerial(serial)},${rest}\r\n`;
    },
  },
};

/**
 * Writes codes as a file, chunk by chunk as they are made: however many there are, no more than a chunk is in memory,
 * and none is made before the last one was taken.
 *
 * @returns UTF-8, of about half a megabyte each
 */
export async function* writeCodes(
  layout: FileLayout,
  lots: Iterable<LotOfCodes>,
): AsyncGenerator<Buffer, void, undefined> {
  const { heading, lineOf } = LAYOUTS[layout];
  if (heading) yield Buffer.from(heading);
  let written = 0;
  for (const lot of lots) {
    const line = lineOf(lot);
    for await (const serials of lot.serials) {
      let lines = '';
      for (const serial of serials) lines += line(serial, ++written);
      yield Buffer.from(lines);
    }
  }
}

/** What stands before and behind the serial in the cell of a code. */
function cellAround({ before, after }: CodeFrame, write: (text: string) => string): [string, string] {
  const [open = '', close = ''] = write(before + PLACE + after).split(PLACE);
  return [open, close];
}
