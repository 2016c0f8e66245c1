import type { Localised } from '@assay/contract';
import { requireMay } from '../auth/require-may.ts';
import { requireSigner } from '../auth/require-signers.ts';
import type { Actor, Ctx } from '../context.ts';
import { findOrganisation } from '../registry/index.ts';
import { dayOf } from '../today.ts';
import { publish } from './publish.ts';
import type { Target } from './target.ts';

export interface NewWarning {
  agencyId: string;
  target: Target;
  number?: string;
  reason: Localised;
  signedBy: readonly string[];
  /** What the goods are called, where nobody registered them. */
  name?: string;
  until?: string;
}

/**
 * An authority gives a dated notice about goods that it has not concluded on. It raises the flag
 * `authority-warning`; the verdict stays.
 *
 * @returns the warning's id
 * @throws Refused `not-found` for an agency that is none; `forbidden` without an officer; `invalid` for a target that
 *   cannot be printed
 */
export async function warn(ctx: Ctx, actor: Actor, input: NewWarning): Promise<{ id: string }> {
  requireSigner(input.signedBy, 'a warning');
  return ctx.db.transaction(async (tx) => {
    const agency = await findOrganisation(tx, input.agencyId, 'agency');
    requireMay(ctx, actor, 'decision.sign', agency.id);
    const { agencyId: _, target, ...rest } = input;
    const [id] = await publish(tx, ctx, actor, {
      ...rest,
      kind: 'warning',
      organisationId: agency.id,
      targets: [target],
      date: dayOf(ctx.now(), ctx.timeZone),
    });
    return { id: id! };
  });
}
