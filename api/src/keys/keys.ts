/** A key of 32 bytes and its public name, the fingerprint. */
export type Key = { id: string; key: Buffer };

/** The keys of a deployment: `serials` wraps the secrets of all codes, from `tokens` come the keys of check ids. */
export type Keys = { serials: Key; tokens: Key };

export const PURPOSES = ['serials', 'tokens'] as const;

export type Purpose = (typeof PURPOSES)[number];

export const KEY_BYTES = 32;

/** The keys folder cannot be used; the message says what to do. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
}
