import { ALPHABET, symbolValue } from './alphabet.ts';

const PAYLOAD_SYMBOLS = 16;

/**
 * The check symbol of a unit code: x·H(v0..v15) in GF(32) modulo x^5 + x^2 + 1 (unit code v1, point 4).
 *
 * @param sixteen the 16 payload symbols, exact characters of the alphabet
 * @returns the one symbol to append
 * @throws RangeError when the input is not 16 symbols of the alphabet
 */
export function checkSymbol(sixteen: string): string {
  if (sixteen.length !== PAYLOAD_SYMBOLS) throw new RangeError('a check symbol is made of 16 symbols');
  let h = 0;
  for (let position = 0; position < PAYLOAD_SYMBOLS; position++) {
    const value = symbolValue(sixteen.charCodeAt(position));
    if (value === undefined) throw new RangeError(`not a symbol of a unit code at position ${position + 1}`);
    h = timesX(h) ^ value;
  }
  return ALPHABET.charAt(timesX(h));
}

/** One multiplication by x in GF(32); over all 17 symbols, Horner's rule with it ends in 0. */
export function timesX(h: number): number {
  return h & 0x10 ? (h << 1) ^ 0x25 : h << 1;
}
