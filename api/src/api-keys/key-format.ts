import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from './crc32.ts';

const PREFIX = 'assay_';
/** 160 bits. */
const SECRET_BYTES = 20;
const SHOWN = PREFIX.length + 6;
const SHAPE = /^assay_[0-9a-f]{48}$/;

/** A new key: `assay_`, 160 random bits and their CRC32 in hex, so that scanners for leaked secrets know it. */
export function newKey(): string {
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  return `${PREFIX}${secret}${crc32(PREFIX + secret)}`;
}

/** Whether a text is built like a key; one that was mistyped or cut is told without asking the database. */
export function isKey(text: string): boolean {
  return SHAPE.test(text) && crc32(text.slice(0, -8)) === text.slice(-8);
}

/** What a key is found by: it is random enough that a plain hash keeps it. */
export function digestOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** What a person recognises a key by. */
export function startOfKey(key: string): string {
  return key.slice(0, SHOWN);
}
