import { checkDigit } from './gtin.ts';

/**
 * The twelve UPC-A digits of a UPC-E code, General Specifications 5.2.2.4. Eight digits are the number system,
 * six more and the check digit; seven lack the check digit, six the number system 0 too (its bars prove both).
 * Digits of another length, or of a number system that has no UPC-E, come back as they are.
 */
export function expandUpcE(digits: string): string {
  const full = digits.length === 6 ? `0${digits}` : digits;
  if (!/^[01]\d{6,7}$/.test(full)) return digits;
  const number = full.charAt(0) + expandBody(full.slice(1, 7));
  return number + (full.charAt(7) || checkDigit(number));
}

function expandBody(body: string): string {
  const last = body.charAt(5);
  if (last <= '2') return `${body.slice(0, 2)}${last}0000${body.slice(2, 5)}`;
  if (last === '3') return `${body.slice(0, 3)}00000${body.slice(3, 5)}`;
  if (last === '4') return `${body.slice(0, 4)}00000${body.charAt(4)}`;
  return `${body.slice(0, 5)}0000${last}`;
}
