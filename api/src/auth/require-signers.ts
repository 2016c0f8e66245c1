import { Refused } from '../refused.ts';

/** R5: what covers more than single packs, or lowers an alarm, takes two different people. */
export function requireTwoSigners(signedBy: readonly string[], what: string): void {
  if (new Set(signedBy.map((name) => name.trim()).filter(Boolean)).size < 2) {
    throw new Refused('forbidden', `${what} takes two people`, 'Name a second officer who signs with you.');
  }
}

/** Everybody who signs is named, and at least one person does. */
export function requireSigner(signedBy: readonly string[], what: string): void {
  if (!signedBy.some((name) => name.trim())) {
    throw new Refused(
      'forbidden',
      `${what} takes a person who signs`,
      'Name the officer or member who signs.',
    );
  }
}
