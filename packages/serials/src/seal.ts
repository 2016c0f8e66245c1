import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** The key that wraps the secrets of the database and never lies beside them: 32 bytes and its public name. */
export type KeyEncryptionKey = { id: string; key: Buffer };

/** A wrapped secret does not fit its key or its row, or may not be used for what was asked. */
export class SerialKeyError extends Error {
  readonly code: 'does-not-fit' | 'revoked';

  constructor(code: 'does-not-fit' | 'revoked', message: string) {
    super(message);
    this.name = 'SerialKeyError';
    this.code = code;
  }
}

const SECRET_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The public name of a key: the first 16 hexadecimal digits of SHA-256("assay/kek/v1" 00 key). The database
 * holds it, so that a process with another key can refuse to start.
 */
export function fingerprint(kek: Buffer): string {
  return createHash('sha256').update('assay/kek/v1\0').update(kek).digest('hex').slice(0, 16);
}

/** AES-256-GCM under a fresh random iv: 12 bytes iv, 32 bytes ciphertext, 16 bytes tag. */
export function seal(kek: KeyEncryptionKey, secret: Buffer, aad: Buffer): Buffer {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a secret is 32 bytes');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyBytes(kek), iv).setAAD(aad);
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/**
 * Opens what {@link seal} closed.
 *
 * @throws SerialKeyError `does-not-fit` for another key, another aad or altered bytes, which are one case
 */
export function unseal(kek: KeyEncryptionKey, wrapped: Buffer, aad: Buffer): Buffer {
  const key = keyBytes(kek);
  if (wrapped.length !== IV_BYTES + SECRET_BYTES + TAG_BYTES) throw doesNotFit(kek);
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(aad)
    .setAuthTag(wrapped.subarray(-TAG_BYTES));
  const secret = decipher.update(wrapped.subarray(IV_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw doesNotFit(kek);
  }
  return secret;
}

function keyBytes(kek: KeyEncryptionKey): Buffer {
  if (kek.key.length !== SECRET_BYTES) throw new RangeError('a key-encryption key is 32 bytes');
  return kek.key;
}

function doesNotFit(kek: KeyEncryptionKey): SerialKeyError {
  return new SerialKeyError(
    'does-not-fit',
    `the wrapped secret does not open with the key-encryption key "${kek.id}": another key wrapped it, or it belongs to another subject, epoch or issuer`,
  );
}

/** The 16 bytes of an organisation's id; RangeError for any other length. */
export function issuerBytes(issuer: Buffer): Buffer {
  if (issuer.length !== 16) throw new RangeError('an issuer is the 16 bytes of an organisation id');
  return issuer;
}
