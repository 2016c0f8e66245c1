import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Guessability, GuessabilityMeter, importedKey, neighboursOf } from '@assay/serials';
import { Refused } from '../refused.ts';

/** Why a row of an import was not taken; `line` counts from 1, as a text editor does. */
export interface RejectedRow {
  line: number;
  serial: string;
  reason: 'empty' | 'too-long' | 'characters' | 'twice-in-file' | 'on-file-in-another-lot';
}

/** GS1 General Specifications 7.11, character set 82; AI 21 holds at most 20 of them. */
const SERIAL = /^[!"%-?A-Z_a-z]+$/;

/**
 * Streams a CSV of serials through `COPY` into the temporary table `staged`, as keys: memory stays steady whatever
 * the length of the file.
 *
 * @throws Refused `invalid` for a file that is no CSV; what the stream or the database throws
 */
export async function stageCodes(input: {
  client: PoolClient;
  key: Buffer;
  csv: Readable;
  onRejected: (row: RejectedRow) => void;
}): Promise<{ rejected: number; guessability: Guessability }> {
  const meter = new GuessabilityMeter();
  let rejected = 0;
  const toCopyRows = new Transform({
    writableObjectMode: true,
    transform({ record, info }: { record: string[]; info: { lines: number } }, _encoding, done) {
      const serial = (record[0] ?? '').trim();
      if (info.lines === 1 && serial.toLowerCase() === 'serial') return done();
      const reason = faultOf(serial);
      if (reason) {
        rejected += 1;
        input.onRejected({ line: info.lines, serial, reason });
        return done();
      }
      meter.add(serial);
      const { h, tail } = importedKey(input.key, serial);
      const neighbours = neighboursOf(serial).map((near) => importedKey(input.key, near).h);
      done(null, `${h}\t${tail}\t${info.lines}\t${serial}\t{${neighbours.join(',')}}\n`);
    },
  });
  await pipeline(
    input.csv,
    parse({ bom: true, info: true, relaxColumnCount: true, skipEmptyLines: true }),
    toCopyRows,
    input.client.query(copyFrom('copy staged (h, tail, line, serial, neighbours) from stdin')),
  ).catch((error: unknown) => {
    if (!(error instanceof CsvError)) throw error;
    throw new Refused(
      'invalid',
      `the file is no CSV: ${error.message}`,
      'Correct that line and send it again.',
    );
  });
  return { rejected, guessability: meter.result() };
}

function faultOf(serial: string): 'empty' | 'too-long' | 'characters' | undefined {
  if (!serial) return 'empty';
  if (serial.length > 20) return 'too-long';
  return SERIAL.test(serial) ? undefined : 'characters';
}
