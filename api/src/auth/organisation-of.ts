import type { Actor } from '../context.ts';

/** For which organisation somebody acts; an operator at the console for none, and the table of permissions says so. */
export function organisationOf(actor: Actor): string {
  return 'organisationId' in actor ? actor.organisationId : '';
}
