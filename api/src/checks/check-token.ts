import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
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

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 3;
const DAY_MS = 86_400_000;

/**
 * Seals a record with AES-256-GCM under a key of its day: version, day as 16 bits, iv, ciphertext, tag. The key is
 * derived from version and day, so that neither can be changed.
 *
 * @param root 32 bytes that the keys of all days derive from
 */
export function sealCheck(root: Buffer, record: CheckRecord): string {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(VERSION, 0);
  header.writeUInt16BE(Date.parse(record.day) / DAY_MS, 1);
  const iv = randomFromPool(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOfDay(root, header), iv);
  const body = cipher.update(Buffer.from(JSON.stringify(record)));
  cipher.final();
  return Buffer.concat([header, iv, body, cipher.getAuthTag()]).toString('base64url');
}

/** @throws ProblemError `not-found` for anything that this service did not seal */
export function openCheck(root: Buffer, checkId: string): CheckRecord {
  const bytes = Buffer.from(checkId, 'base64url');
  try {
    if (bytes.readUInt8(0) !== VERSION) throw new Error('another version');
    const header = bytes.subarray(0, HEADER_BYTES);
    const iv = bytes.subarray(HEADER_BYTES, HEADER_BYTES + IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', keyOfDay(root, header), iv);
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const body = Buffer.concat([
      decipher.update(bytes.subarray(HEADER_BYTES + IV_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]);
    return JSON.parse(body.toString('utf8')) as CheckRecord;
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
