import { hkdfSync, randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import type { Keys } from '../keys/index.ts';

await sodium.ready;

const SECRET_BYTES = 32;
const NONCE_BYTES = 24;

/** What a receiver verifies with: 32 random bytes. */
export const makeSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** As a person copies it: `whsec_` and base64 (Standard Webhooks). */
export const spellSecret = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;

/** Seals a secret for the row of its endpoint alone, with XChaCha20-Poly1305: nonce, then ciphertext with tag. */
export function sealSecret(keys: Keys, endpointId: string, secret: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    secret,
    endpointId,
    null,
    nonce,
    keyOf(keys),
  );
  return Buffer.concat([nonce, sealed]);
}

/** @throws Error for what was sealed by another key, for another endpoint, or altered */
export function openSecret(keys: Keys, endpointId: string, sealed: Buffer): Buffer {
  return Buffer.from(
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(NONCE_BYTES),
      endpointId,
      sealed.subarray(0, NONCE_BYTES),
      keyOf(keys),
    ),
  );
}

const keyOf = (keys: Keys) =>
  Buffer.from(hkdfSync('sha256', keys.tokens.key, '', 'assay/webhook-secrets/v1', 32));
