import type { Actor } from '../context.ts';

/** No organisation has this id. */
const NONE = '00000000-0000-0000-0000-000000000000';

/** For which organisation somebody acts; an operator at the console for none, and the table of permissions says so. */
export function organisationOf(actor: Actor): string {
  return 'organisationId' in actor ? actor.organisationId : NONE;
}
