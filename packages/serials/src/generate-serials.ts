import { setImmediate } from 'node:timers/promises';
import { BLOCK, type BlockFunction, DOMAIN, epochBlockFunction, requireIndex } from './block-function.ts';
import { PAYLOAD_BYTES, SERIAL_LENGTH, writeSerial } from './payload.ts';

/** How a range is written out: `chunk` codes at a time (8,192), until `signal` aborts. */
export interface GenerateOptions {
  signal?: AbortSignal;
  chunk?: number;
}

const CHUNK = 8_192;

/**
 * Writes out the unit codes of a range of indexes, `first` and `last` included, in order, in bulk: two passes
 * of AES over a whole chunk. Between chunks the event loop gets its turn.
 *
 * @param secret 32 bytes
 * @param subject 14 ASCII characters
 * @param epoch 0 to 65,535
 * @throws RangeError at once when a part has a wrong length or form; the signal's reason when it aborts
 */
export function generateSerials(
  secret: Buffer,
  subject: string,
  epoch: number,
  first: number,
  last: number,
  options: GenerateOptions = {},
): AsyncIterable<string[]> {
  return serialChunks(epochBlockFunction(secret, subject, epoch), first, last, options);
}

/** The same for an opened block function. */
export function serialChunks(
  encrypt: BlockFunction,
  first: number,
  last: number,
  options: GenerateOptions = {},
): AsyncIterable<string[]> {
  const { signal, chunk = CHUNK } = options;
  requireIndex(first);
  requireIndex(last);
  if (first > last) throw new RangeError('a range ends where it begins or later');
  if (!Number.isInteger(chunk) || chunk < 1) throw new RangeError('a chunk is at least one code');
  return chunks(encrypt, first, last, chunk, signal);
}

async function* chunks(
  encrypt: BlockFunction,
  first: number,
  last: number,
  chunk: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<string[], void, undefined> {
  for (let from = first; from <= last; from += chunk) {
    signal?.throwIfAborted();
    yield serialsOfRange(encrypt, from, Math.min(chunk, last - from + 1));
    await setImmediate();
  }
}

function serialsOfRange(encrypt: BlockFunction, first: number, count: number): string[] {
  const tags = encrypt(tagBlocks(first, count));
  const masks = encrypt(maskBlocks(tags, count));
  const payload = Buffer.alloc(PAYLOAD_BYTES);
  const text = Buffer.alloc(SERIAL_LENGTH);
  const serials: string[] = [];
  for (let n = 0; n < count; n++) {
    const at = n * BLOCK;
    payload.writeUInt32BE(((first + n) ^ masks.readUInt32BE(at)) >>> 0, 0);
    for (let byte = 0; byte < 6; byte++) payload[4 + byte] = tags[at + byte]!;
    writeSerial(payload, text, 0);
    serials.push(text.toString('latin1'));
  }
  return serials;
}

function tagBlocks(first: number, count: number): Buffer {
  const blocks = Buffer.alloc(count * BLOCK);
  for (let n = 0; n < count; n++) {
    blocks[n * BLOCK] = DOMAIN.tag;
    blocks.writeUInt32BE(first + n, n * BLOCK + 12);
  }
  return blocks;
}

function maskBlocks(tags: Buffer, count: number): Buffer {
  const blocks = Buffer.alloc(count * BLOCK);
  for (let at = 0; at < count * BLOCK; at += BLOCK) {
    blocks[at] = DOMAIN.mask;
    for (let byte = 0; byte < 6; byte++) blocks[at + 10 + byte] = tags[at + byte]!;
  }
  return blocks;
}
