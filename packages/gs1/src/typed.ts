import { type Context, isMarked, readElements } from './content.ts';
import { isAddress, readAddress } from './digital-link.ts';
import { type Fault, isFault } from './failure.ts';
import { toGtin } from './gtin.ts';
import type { Identity, RegistrationNumber } from './identity.ts';
import { identifyGtin } from './linear.ts';
import { readHibc } from './other-schemes.ts';
import { readRegistrationNumber } from './registration-number.ts';

/** What a person types or pastes, or a hand scanner that acts as a keyboard. Spaces mean nothing. */
export function readTyped(typed: string, { isGs1, patterns, year }: Context): Identity | Fault {
  const text = typed.replace(/[\s\u200B-\u200F\u2060]+/g, '');
  if (isAddress(text)) return readAddress(text, year);
  if (isGs1 || isMarked(text)) return readElements(text, 'typed', { year, complete: true });
  const registration = readRegistrationNumber(text, patterns);
  if (/^\d+$/.test(text)) return registration ? withAlternative(registration, text) : readDigits(text);
  return registration ?? readHibc(text) ?? { kind: 'plain', text: typed.trim(), format: 'typed' };
}

/** A medicine's registration number of twelve digits may happen to be a right UPC-A number. */
function withAlternative(registration: RegistrationNumber, digits: string): RegistrationNumber {
  const reading = readDigits(digits);
  if (isFault(reading) || reading.kind !== 'trade-item') return registration;
  return { ...registration, alternative: reading };
}

function readDigits(digits: string): Identity | Fault {
  const gtin = toGtin(digits);
  if (gtin) return identifyGtin(gtin, 'typed');
  return { why: [8, 12, 13, 14].includes(digits.length) ? 'check-digit' : 'length' };
}
