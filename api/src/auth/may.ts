import type { Actor } from '../context.ts';
import { type Action, PERMISSIONS, type Rule } from './permissions.ts';

/** How long a second factor counts, in milliseconds. */
export const FRESH_FACTOR_MS = 600_000;

/**
 * - `hidden`: it belongs to somebody else, and is answered as if it did not exist;
 * - `forbidden`: it is one's own, without the right;
 * - `second-factor`: the right is there, a fresh second factor is not.
 */
export type Permission = 'yes' | 'hidden' | 'forbidden' | 'second-factor';

/**
 * Whether somebody may do something, by the table of permissions.
 *
 * @param organisationId the organisation that it is done for or to; undefined for what belongs to none
 * @param now milliseconds since 1970
 */
export function may(
  actor: Actor,
  action: Action,
  organisationId: string | undefined,
  now: number,
): Permission {
  const rule: Rule = PERMISSIONS[action];
  switch (actor.kind) {
    case 'system':
      return 'yes';
    case 'operator':
      if (!actor.console) return 'yes';
      return rule.operator ? factor(rule, actor.console.secondFactorAt, now) : 'forbidden';
    case 'member':
      if (actor.organisationId !== organisationId) return 'hidden';
      return rule.roles.includes(actor.role) ? factor(rule, actor.console.secondFactorAt, now) : 'forbidden';
    case 'key':
      if (actor.organisationId !== organisationId) return 'hidden';
      return rule.scope !== undefined && actor.scopes.includes(rule.scope) ? 'yes' : 'forbidden';
  }
}

function factor(rule: Rule, shownAt: Date | undefined, now: number): Permission {
  if (!rule.secondFactor) return 'yes';
  return shownAt !== undefined && now - shownAt.getTime() < FRESH_FACTOR_MS ? 'yes' : 'second-factor';
}
