import type { Answer } from '@assay/contract';
import { needsTwoReadings } from './state.ts';

/** What two readings must have in common to be equal (R10): the identity, and what was read off the pack. */
export function readingKey({ identity, compared }: Answer): string {
  const print = compared.map(
    ({ field, printed }) => `${field}=${printed.replace(/[\s-]/g, '').toUpperCase()}`,
  );
  const { gtin, lot, serial, expiry, registrationNumber } = identity;
  return [gtin, lot, serial, expiry, registrationNumber, ...print].join('|');
}

/** Whether the answer holds a reason that a single reading must not show. */
export const isGrave = ({ reasons }: Answer): boolean => reasons.some(needsTwoReadings);
