import { Refused } from '../refused.ts';

/** @throws Refused `invalid` for a range that runs backwards, which would cover nothing */
export function requireForward({ first, last }: { first: number; last: number }): void {
  if (first <= last) return;
  throw new Refused('invalid', `${first} to ${last} runs backwards`, 'Give the lower index first.');
}
