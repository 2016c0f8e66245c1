import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Client } from '@assay/client';
import type { OrderedDownload } from '@assay/contract';
import { type Call, required, type Terminal, Usage } from './command.ts';
import { spaced } from './table.ts';

const TELL_EVERY_MS = 250;
/** Codes are handed out once, but their file can be fetched again for an hour. */
const MOST_TRIES = 4;

/** Where `--out` says, before anything is ordered. @throws Usage where there is a file already */
export function newFile(call: Call): string {
  const file = required(call, 'out');
  if (existsSync(file)) throw new Usage(`${file} is there already`);
  return file;
}

/** Saves an ordered file, readable by this account alone; it has its name only once it is whole. */
export async function saveDownload(
  { terminal }: Call,
  client: Client,
  download: OrderedDownload,
  file: string,
): Promise<void> {
  const part = `${file}.part`;
  try {
    for (let tries = 1; !(await fetchInto(part, terminal, client, download, tries)); tries++);
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

/** @returns whether it is whole; a connection that broke is worth another try */
async function fetchInto(
  part: string,
  { watched, err, signal }: Terminal,
  client: Client,
  download: OrderedDownload,
  tries: number,
): Promise<boolean> {
  const { body } = await client.codes.fetch(download);
  try {
    await pipeline(
      Readable.fromWeb(body as ReadableStream),
      progress(watched ? err : undefined),
      createWriteStream(part, { mode: 0o600 }),
      ...(signal ? [{ signal }] : []),
    );
    return true;
  } catch (error) {
    const isOfThisMachine = (error as NodeJS.ErrnoException).syscall !== undefined;
    if (isOfThisMachine || signal?.aborted || tries === MOST_TRIES) throw error;
    return false;
  }
}

/** Says now and then how far it is, to somebody who watches. */
function progress(tell: ((text: string) => void) | undefined): Transform {
  let bytes = 0;
  let told = Date.now();
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (tell && Date.now() - told > TELL_EVERY_MS) {
        told = Date.now();
        tell(`\r${spaced(Math.round(bytes / 1000))} kB`);
      }
      done(null, chunk);
    },
    flush(done) {
      tell?.(`\r${spaced(Math.round(bytes / 1000))} kB\n`);
      done();
    },
  });
}
