import { hkdfSync } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../http/problem-error.ts';
import type { Reason, Verdict } from '@assay/contract';
import { randomFromPool } from './random.ts';
import type { Question } from './read-request.ts';

/** What a check id holds, sealed: the question and what was answered on which day. Nothing is stored for it. */
export interface CheckRecord {
  question: Question;
  verdict: Verdict;
  reasons: Reason[];
  day: string;
}

await sodium.ready;

const VERSION = 1;
const NONCE_BYTES = 24;
const HEADER_BYTES = 3;
const DAY_MS = 86_400_000;

/**
 * Seals a record with XChaCha20-Poly1305 under a key of its day: version, day as 16 bits, nonce, ciphertext with tag.
 * The key is derived from version and day, so that neither can be changed.
 *
 * @param root 32 bytes that the keys of all days derive from
 */
export function sealCheck(root: Buffer, record: CheckRecord): string {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(VERSION, 0);
  header.writeUInt16BE(Date.parse(record.day) / DAY_MS, 1);
  const nonce = randomFromPool(NONCE_BYTES);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    JSON.stringify(record),
    null,
    null,
    nonce,
    keyOfDay(root, header),
  );
  return Buffer.concat([header, nonce, sealed]).toString('base64url');
}

/** @throws ProblemError `not-found` for anything that this service did not seal */
export function openCheck(root: Buffer, checkId: string): CheckRecord {
  const bytes = Buffer.from(checkId, 'base64url');
  try {
    if (bytes.readUInt8(0) !== VERSION) throw new Error('another version');
    const header = bytes.subarray(0, HEADER_BYTES);
    const opened = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      bytes.subarray(HEADER_BYTES + NONCE_BYTES),
      null,
      bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES),
      keyOfDay(root, header),
      'text',
    );
    return JSON.parse(opened) as CheckRecord;
  } catch {
    throw new ProblemError('not-found', { detail: 'no check has this id' });
  }
}

/** The keys of the days last used; deriving one costs as much as a whole check. */
const keysOfDays = new LRUCache<string, Buffer>({ max: 64 });

function keyOfDay(root: Buffer, header: Buffer): Buffer {
  const name = `${root.toString('latin1')}${header.toString('latin1')}`;
  let key = keysOfDays.get(name);
  if (!key) {
    const info = Buffer.concat([Buffer.from('assay/check/v1\0'), header]);
    key = Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), info, 32));
    keysOfDays.set(name, key);
  }
  return key;
}
