import { timingSafeEqual } from 'node:crypto';

/** What a typed inner code is: nine digits with a right check digit, or the reason why it is a misread. */
export type TypedInnerCode = { ok: true; code: string } | { ok: false; why: 'length' | 'check' };

const SEPARATORS = /[\s\p{Dash_Punctuation}]/gu;

/**
 * Reads an inner code as a person types it; spaces and hyphens are dropped (unit code v1, point 8). A refusal
 * is a misread and no try.
 */
export function checkInnerCode(text: string): TypedInnerCode {
  const code = text.replace(SEPARATORS, '');
  if (!/^[0-9]{9}$/.test(code)) return { ok: false, why: 'length' };
  return innerCheckDigit(code.slice(0, 8)) === code.charAt(8)
    ? { ok: true, code }
    : { ok: false, why: 'check' };
}

/** Whether two inner codes are equal, in a time that does not tell where they differ. */
export function sameInnerCode(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The check digit of a string of digits by ISO/IEC 7064, MOD 11,10. */
export function innerCheckDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
