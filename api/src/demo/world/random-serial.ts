import { randomInt } from 'node:crypto';

const SYMBOLS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 14;

/** A serial as a maker's own system might make it: 14 of 30 symbols, 68 bits. */
export function randomSerial(): string {
  return Array.from({ length: LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
}
