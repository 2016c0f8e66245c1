import { toHex } from './device-token.ts';

/** 8 random bytes in hex, made once a scan and the same on every retry of it. */
export const newAttempt = (): string => toHex(crypto.getRandomValues(new Uint8Array(8)));
