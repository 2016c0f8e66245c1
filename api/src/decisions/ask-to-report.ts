import { askApproval, type Asked } from '../approvals/index.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { findProduct } from '../registry/index.ts';
import { type MakersReport, reportCodes, UNITS_FOR_ONE_MEMBER, unitsOf } from './report-codes.ts';

/**
 * A member, or a key, blocks codes of its organisation: up to a hundred at once, more as soon as a second member approves
 * it (R5).
 *
 * @throws Refused as `reportCodes`
 */
export async function askToReport(
  ctx: Ctx,
  actor: Actor,
  input: Omit<MakersReport, 'signedBy'>,
): Promise<{ ids: string[] } | Asked> {
  if (unitsOf(input) <= UNITS_FOR_ONE_MEMBER)
    return reportCodes(ctx, actor, { ...input, signedBy: [`${actor.name} (${actor.id})`] });
  return ctx.db.transaction(async (tx) => {
    const owner = await findProduct(tx, input.productId);
    requireMay(ctx, actor, 'codes.report', owner.organisationId);
    return askApproval(tx, ctx, actor, 'codes.report', input);
  });
}
