import type { Localised } from '@assay/contract';
import { requireMay } from '../auth/require-may.ts';
import { requireSigner, requireTwoSigners } from '../auth/require-signers.ts';
import type { Actor, Ctx } from '../context.ts';
import { findOrganisation } from '../registry/index.ts';
import { addDays, addMonths, dayOf } from '../today.ts';
import { publish } from './publish.ts';
import { isSinglePack, type Target } from './target.ts';

const DAYS_TO_APPEAL = 30;
const MONTHS_IN_FORCE = 24;

export interface NewDecision {
  agencyId: string;
  target: Target;
  number: string;
  caseNumber?: string;
  reason: Localised;
  /** Officers who sign: two where it covers more than one pack, as a batch, a product or a registrant does (R5). */
  signedBy: readonly string[];
  name?: string;
  /** One genuine serial was found on many packs. */
  copied?: boolean;
  until?: string;
}

/**
 * An authority decides that goods with a printed identity are counterfeit. It can be appealed for 30 days and expires
 * after 24 months unless renewed.
 *
 * @returns the decision's id
 * @throws Refused `not-found` for an agency that is none; `forbidden` with too few officers; `invalid` for a target
 *   that cannot be printed
 */
export async function decide(ctx: Ctx, actor: Actor, input: NewDecision): Promise<{ id: string }> {
  if (isSinglePack(input.target)) requireSigner(input.signedBy, 'a decision');
  else requireTwoSigners(input.signedBy, 'a decision about more than one pack');
  return ctx.db.transaction(async (tx) => {
    const agency = await findOrganisation(tx, input.agencyId, 'agency');
    requireMay(ctx, actor, 'decision.sign', agency.id);
    const date = dayOf(ctx.now(), ctx.timeZone);
    const { agencyId: _, target, ...rest } = input;
    const [id] = await publish(tx, ctx, actor, {
      ...rest,
      kind: 'decision',
      organisationId: agency.id,
      targets: [target],
      date,
      appealUntil: addDays(date, DAYS_TO_APPEAL),
      until: input.until ?? addMonths(date, MONTHS_IN_FORCE),
    });
    return { id: id! };
  });
}
