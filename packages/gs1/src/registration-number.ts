import type { RegistrationNumber } from './identity.ts';
import type { RegistrationPattern } from './scan.ts';

/** The registration number that a text is, by the first pattern that fits it. */
export function readRegistrationNumber(
  text: string,
  patterns: readonly RegistrationPattern[] = [],
): RegistrationNumber | undefined {
  if (patterns.length === 0) return undefined;
  const number = text.trim().normalize('NFC').toUpperCase();
  // search() ignores what a pattern with a flag such as g remembers.
  const pattern = patterns.find(({ re }) => number.search(re) === 0);
  return pattern && { kind: 'registration-number', pattern: pattern.id, number };
}
