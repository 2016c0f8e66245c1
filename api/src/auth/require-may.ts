import type { Actor, Ctx } from '../context.ts';
import { Refused } from '../refused.ts';
import { may } from './may.ts';
import type { Action } from './permissions.ts';

/**
 * Asks the table of permissions, before anything is changed.
 *
 * @param organisationId the organisation that it is done for or to; undefined for what belongs to none
 * @throws Refused `not-found` for what is somebody else's, `forbidden`, `second-factor`
 */
export function requireMay(
  ctx: Pick<Ctx, 'now'>,
  actor: Actor,
  action: Action,
  organisationId: string | undefined,
): void {
  const permission = may(actor, action, organisationId, ctx.now().getTime());
  if (permission === 'yes') return;
  if (permission === 'hidden') throw new Refused('not-found', 'there is no such thing', 'Check the id.');
  if (permission === 'second-factor')
    throw new Refused(
      'second-factor',
      'this takes a fresh second factor',
      'Show your second factor and try again.',
    );
  throw new Refused('forbidden', `${actor.name} may not do this`, whatHelps(actor));
}

function whatHelps(actor: Actor): string {
  if (actor.kind === 'key') return 'Use a key with the scope that this needs.';
  return 'Ask an owner of your organisation.';
}
