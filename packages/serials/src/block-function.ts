import { createCipheriv, hkdfSync } from 'node:crypto';
import { epochBytes, subjectBytes } from './subject.ts';

/** F of one epoch over whole 16-byte blocks, as many at a time as one likes; returns as many bytes. */
export type BlockFunction = (blocks: Buffer) => Buffer;

/** Bytes of a block: byte 0 the domain, the argument right-aligned, zeros between them. */
export const BLOCK = 16;

/** What a block is for (unit code v1, point 2). */
export const DOMAIN = { tag: 1, mask: 2, inner: 3 } as const;

/** The largest index of an epoch, 2^32 - 1. */
const LAST_INDEX = 0xffff_ffff;

const NO_SALT = Buffer.alloc(0);

/**
 * F(d, x) of an epoch: AES-256 under K = HKDF-SHA-256(secret, "assay/unit/v1" 00 subject epoch).
 *
 * One cipher object serves every call: ECB without padding keeps nothing between whole blocks.
 *
 * @throws RangeError when a part has a wrong length or form
 */
export function epochBlockFunction(secret: Buffer, subject: string, epoch: number): BlockFunction {
  if (secret.length !== 32) throw new RangeError('the secret of an epoch is 32 bytes');
  const info = Buffer.concat([Buffer.from('assay/unit/v1\0'), subjectBytes(subject), epochBytes(epoch)]);
  const key = Buffer.from(hkdfSync('sha256', secret, NO_SALT, info, 32));
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return (blocks) => cipher.update(blocks);
}

/** Throws a RangeError unless the number is an index of an epoch: a whole number from 0 to 2^32 - 1. */
export function requireIndex(index: number): void {
  if (!Number.isInteger(index) || index < 0 || index > LAST_INDEX) {
    throw new RangeError('an index is a whole number from 0 to 4,294,967,295');
  }
}
