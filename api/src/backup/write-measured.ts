import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How long something is, in bytes, and its SHA-256 in hexadecimal digits. */
export interface Measure {
  bytes: number;
  sha256: string;
}

/** Writes a stream to a new file that only its owner reads; resolves once the disk has it. */
export async function writeMeasured(
  file: string,
  source: NodeJS.ReadableStream,
  ...stages: NodeJS.ReadWriteStream[]
): Promise<Measure> {
  const meter = new Meter();
  await pipeline([
    source,
    ...stages,
    meter,
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  ]);
  return meter.measure();
}

/** Measures a file that is there. */
export async function measureFile(file: string): Promise<Measure> {
  const meter = new Meter();
  await pipeline(createReadStream(file), meter.resume());
  return meter.measure();
}

class Meter extends Transform {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    done(undefined, chunk);
  }

  measure(): Measure {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
