import { hkdfSync, randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import type { Keys } from './keys.ts';

await sodium.ready;

const NONCE_BYTES = 24;

/** Seals what the database keeps without being able to read it. */
export interface Sealer {
  /** @param name what it belongs to: sealed for that alone. @returns nonce, then ciphertext with tag */
  seal(name: string, plain: Buffer): Buffer;
  /** @throws Error for what was sealed by another key, for another name, or altered */
  open(name: string, sealed: Buffer): Buffer;
}

/** XChaCha20-Poly1305 under a key of the tokens key. @param purpose keeps what is sealed for one from being opened as another */
export function openSealer(keys: Pick<Keys, 'tokens'>, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', keys.tokens.key, '', purpose, 32));
  return {
    seal(name, plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, name, null, nonce, key);
      return Buffer.concat([nonce, sealed]);
    },
    open(name, sealed) {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const box = sealed.subarray(NONCE_BYTES);
      return Buffer.from(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, name, nonce, key));
    },
  };
}
