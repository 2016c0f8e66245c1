import { randomBytes } from 'node:crypto';
import { issuerBytes, type KeyEncryptionKey, seal, unseal } from './seal.ts';
import { epochBytes, subjectBytes } from './subject.ts';

/** An epoch of a product as the registry stores it. */
export interface EpochRow {
  /** 14 ASCII characters: the GTIN, or "U" and 13 symbols of the product's id. */
  subject: string;
  /** 0 to 65,535. */
  epoch: number;
  /** 16 bytes: the id of the organisation that issues in this epoch. */
  issuer: Buffer;
  /** 60 bytes: iv, ciphertext and tag. */
  wrapped: Buffer;
  state: 'issuing' | 'verifying' | 'revoked';
}

/** The secret of a new epoch: 32 random bytes, to be stored wrapped only. */
export function makeEpochSecret(): Buffer {
  return randomBytes(32);
}

/**
 * Wraps the secret of an epoch with AES-256-GCM, bound to subject, epoch and issuer (unit code v1, point 1).
 *
 * @returns 60 bytes: iv, ciphertext and tag
 * @throws RangeError when a part has a wrong length or form
 */
export function wrapEpoch(
  kek: KeyEncryptionKey,
  secret: Buffer,
  subject: string,
  epoch: number,
  issuer: Buffer,
): Buffer {
  return seal(kek, secret, epochAad(subject, epoch, issuer));
}

/**
 * Opens the secret of an epoch.
 *
 * @returns 32 bytes
 * @throws SerialKeyError `does-not-fit` for another key, subject, epoch or issuer, or altered bytes
 */
export function unwrapEpoch(
  kek: KeyEncryptionKey,
  wrapped: Buffer,
  subject: string,
  epoch: number,
  issuer: Buffer,
): Buffer {
  return unseal(kek, wrapped, epochAad(subject, epoch, issuer));
}

/**
 * Wraps the secret of an epoch anew when the key-encryption key is rotated; printed codes stay good.
 *
 * @returns the new `wrapped`, 60 bytes
 * @throws SerialKeyError `does-not-fit` when the old key does not open the row
 */
export function rewrapEpoch(
  oldKek: KeyEncryptionKey,
  newKek: KeyEncryptionKey,
  row: Pick<EpochRow, 'subject' | 'epoch' | 'issuer' | 'wrapped'>,
): Buffer {
  const aad = epochAad(row.subject, row.epoch, row.issuer);
  return seal(newKek, unseal(oldKek, row.wrapped, aad), aad);
}

function epochAad(subject: string, epoch: number, issuer: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('assay/epoch/v1\0'),
    subjectBytes(subject),
    epochBytes(epoch),
    issuerBytes(issuer),
  ]);
}
