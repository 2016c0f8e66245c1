import { createHmac } from 'node:crypto';
import { issuerBytes, type KeyEncryptionKey, seal, unseal } from './seal.ts';
import { subjectBytes } from './subject.ts';

/**
 * What is stored of an imported serial: 96 bits of HMAC-SHA-256 under the key of its product.
 *
 * @param productKey 32 bytes
 * @param serial the exact characters that the maker prints
 * @returns `h`, the first 8 bytes as a signed int8 of PostgreSQL, and `tail`, the next 4 as a signed int4
 */
export function importedKey(productKey: Buffer, serial: string): { h: bigint; tail: number } {
  const mac = createHmac('sha256', productKey).update(serial).digest();
  return { h: mac.readBigInt64BE(0), tail: mac.readInt32BE(8) };
}

/**
 * Wraps the key of a product's imported codes with AES-256-GCM, bound to subject and issuer.
 *
 * @returns 60 bytes: iv, ciphertext and tag
 * @throws RangeError when a part has a wrong length or form
 */
export function wrapImportKey(kek: KeyEncryptionKey, key: Buffer, subject: string, issuer: Buffer): Buffer {
  return seal(kek, key, importAad(subject, issuer));
}

/**
 * Opens the key of a product's imported codes.
 *
 * @returns 32 bytes
 * @throws SerialKeyError `does-not-fit` for another key, subject or issuer, or altered bytes
 */
export function unwrapImportKey(
  kek: KeyEncryptionKey,
  wrapped: Buffer,
  subject: string,
  issuer: Buffer,
): Buffer {
  return unseal(kek, wrapped, importAad(subject, issuer));
}

function importAad(subject: string, issuer: Buffer): Buffer {
  return Buffer.concat([Buffer.from('assay/import/v1\0'), subjectBytes(subject), issuerBytes(issuer)]);
}
