import { timingSafeEqual } from 'node:crypto';
import { BLOCK, type BlockFunction, DOMAIN, epochBlockFunction, requireIndex } from './block-function.ts';
import { innerCheckDigit } from './inner-code.ts';
import { PAYLOAD_BYTES, readSerial, SERIAL_LENGTH, writeSerial } from './payload.ts';

/** An opened epoch of one product: makes its unit codes and tells them from guesses. */
export interface EpochCipher {
  /** The unit code, 17 characters, of an index from 0 to 2^32 - 1; RangeError outside. */
  serial(index: number): string;
  /** The index that this unit code carries, exact characters; undefined for what this epoch never made. */
  open(serial17: string): number | undefined;
  /** The inner code of an index, 9 digits; RangeError outside 0 to 2^32 - 1. */
  innerCode(index: number): string;
}

const INDEX_AT = 12;
const TAG_AT = 10;
const TAG_BYTES = 6;

/**
 * Opens an epoch from its secret (unit code v1, points 2 to 5 and 8).
 *
 * @param secret 32 bytes
 * @param subject 14 ASCII characters: the GTIN, or "U" and 13 symbols of the product's id
 * @param epoch 0 to 65,535
 * @throws RangeError when a part has a wrong length or form
 */
export function openEpoch(secret: Buffer, subject: string, epoch: number): EpochCipher {
  return epochCipher(epochBlockFunction(secret, subject, epoch));
}

/** The unit codes of one block function, one at a time. */
export function epochCipher(encrypt: BlockFunction): EpochCipher {
  const indexBlock = Buffer.alloc(BLOCK);
  const maskBlock = Buffer.alloc(BLOCK);
  const payload = Buffer.alloc(PAYLOAD_BYTES);
  const tag = payload.subarray(4);
  const text = Buffer.alloc(SERIAL_LENGTH);
  maskBlock[0] = DOMAIN.mask;

  function ofIndex(domain: number, index: number): Buffer {
    indexBlock[0] = domain;
    indexBlock.writeUInt32BE(index, INDEX_AT);
    return encrypt(indexBlock);
  }

  function maskOfTag(): number {
    tag.copy(maskBlock, TAG_AT);
    return encrypt(maskBlock).readUInt32BE(0);
  }

  return {
    serial(index) {
      requireIndex(index);
      ofIndex(DOMAIN.tag, index).copy(payload, 4, 0, TAG_BYTES);
      payload.writeUInt32BE((index ^ maskOfTag()) >>> 0, 0);
      writeSerial(payload, text, 0);
      return text.toString('latin1');
    },
    open(serial17) {
      if (!readSerial(serial17, payload)) return undefined;
      const index = (payload.readUInt32BE(0) ^ maskOfTag()) >>> 0;
      const expected = ofIndex(DOMAIN.tag, index).subarray(0, TAG_BYTES);
      return timingSafeEqual(expected, tag) ? index : undefined;
    },
    innerCode(index) {
      requireIndex(index);
      const number = ofIndex(DOMAIN.inner, index).readBigUInt64BE(0) % 100_000_000n;
      const digits = String(number).padStart(8, '0');
      return digits + innerCheckDigit(digits);
    },
  };
}
