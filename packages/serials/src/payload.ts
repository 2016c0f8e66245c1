import { SYMBOL_CODES, symbolValue } from './alphabet.ts';
import { timesX } from './check-symbol.ts';

/** Characters of a unit code: 16 of payload and the check symbol. */
export const SERIAL_LENGTH = 17;

/** Bytes of a payload: 4 of masked index and 6 of tag, 80 bits in 16 symbols. */
export const PAYLOAD_BYTES = 10;

/**
 * Writes a payload as the 17 ASCII characters of its unit code, most significant bit first.
 *
 * @param payload 10 bytes
 * @param out receives 17 bytes from `offset` on
 */
export function writeSerial(payload: Uint8Array, out: Uint8Array, offset: number): void {
  let pending = 0;
  let bits = 0;
  let h = 0;
  let at = offset;
  for (let n = 0; n < PAYLOAD_BYTES; n++) {
    pending = ((pending << 8) | payload[n]!) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      const value = (pending >> bits) & 0x1f;
      h = timesX(h) ^ value;
      out[at++] = SYMBOL_CODES[value]!;
    }
  }
  out[at] = SYMBOL_CODES[timesX(h)]!;
}

/**
 * Reads the payload out of a unit code, exact characters only.
 *
 * @param payload receives 10 bytes; holds rubbish when the answer is false
 * @returns whether the text is 17 symbols of the alphabet that end in the right check symbol
 */
export function readSerial(text: string, payload: Uint8Array): boolean {
  if (text.length !== SERIAL_LENGTH) return false;
  let pending = 0;
  let bits = 0;
  let h = 0;
  let at = 0;
  for (let position = 0; position < SERIAL_LENGTH; position++) {
    const value = symbolValue(text.charCodeAt(position));
    if (value === undefined) return false;
    h = timesX(h) ^ value;
    if (at === PAYLOAD_BYTES) continue;
    pending = ((pending << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    payload[at++] = pending >> bits;
  }
  return h === 0;
}
