import type { Remembered } from '../freshness/index.ts';
import type { Facts } from './facts.ts';

/** Forgets the facts that changed. A change of an organisation touches the facts of all its products. */
export function forgetFacts(remembered: Remembered<Facts>, keys: readonly string[] | 'all'): void {
  const organisations =
    keys === 'all' ? [] : keys.filter((key) => key.startsWith('o:')).map((key) => key.slice(2));
  if (organisations.length === 0) return remembered.forget(keys);
  const ids = new Set(organisations);
  remembered.forget(keys, (facts) => facts.registrant !== undefined && ids.has(facts.registrant.id));
}
