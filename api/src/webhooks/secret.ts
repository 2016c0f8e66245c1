import { randomBytes } from 'node:crypto';
import { type Keys, openSealer } from '../keys/index.ts';

const SECRET_BYTES = 32;

/** What a receiver verifies with: 32 random bytes. */
export const makeSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** As a person copies it: `whsec_` and base64 (Standard Webhooks). */
export const spellSecret = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;

/** Seals a secret for the row of its endpoint alone. */
export const sealSecret = (keys: Keys, endpointId: string, secret: Buffer): Buffer =>
  sealerOf(keys).seal(endpointId, secret);

/** @throws Error for what was sealed by another key, for another endpoint, or altered */
export const openSecret = (keys: Keys, endpointId: string, sealed: Buffer): Buffer =>
  sealerOf(keys).open(endpointId, sealed);

const sealerOf = (keys: Keys) => openSealer(keys, 'assay/webhook-secrets/v1');
