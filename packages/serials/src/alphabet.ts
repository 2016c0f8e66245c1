/** The 32 symbols of a unit code with their values 0 to 31: digits and capitals without I, L, O and U. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** ASCII codes of the symbols by value. */
export const SYMBOL_CODES: Readonly<Uint8Array> = Buffer.from(ALPHABET, 'ascii');

const NO_SYMBOL = 0xff;
const values = new Uint8Array(128).fill(NO_SYMBOL);
for (const [value, code] of SYMBOL_CODES.entries()) values[code] = value;

/** Value 0 to 31 of the symbol with this UTF-16 code, undefined for every other character. */
export function symbolValue(code: number): number | undefined {
  const value = values[code];
  return value === NO_SYMBOL ? undefined : value;
}
