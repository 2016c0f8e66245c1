import type { Gtin } from './identity.ts';

/**
 * Check digit of a GS1 key: weights 3 and 1 from the right, modulo 10.
 * GS1 General Specifications, 7.9.1. `digitsWithoutCheck` holds digits only.
 */
export function checkDigit(digitsWithoutCheck: string): string {
  let sum = 0;
  let weight = 3;
  for (let i = digitsWithoutCheck.length - 1; i >= 0; i--) {
    sum += weight * (digitsWithoutCheck.charCodeAt(i) - 48);
    weight = 4 - weight;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether `digits` is a GTIN-8, -12, -13 or -14 (8, 12, 13 or 14 digits) whose last digit is right. */
export function hasRightCheckDigit(digits: string): boolean {
  return toGtin(digits) !== undefined;
}

/** The GTIN in 14 digits, zeros in front (General Specifications 3.3.2); undefined when it is none. */
export function toGtin(digits: string): Gtin | undefined {
  const padded = digits.padStart(14, '0');
  return /^(?:\d{8}|\d{12,14})$/.test(digits) && isGtin(padded) ? padded : undefined;
}

const isGtin = (digits: string): digits is Gtin => checkDigit(digits.slice(0, -1)) === digits.at(-1);
