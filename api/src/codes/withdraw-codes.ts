import type { Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import type { RangeState } from '../db/schema/code.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { findProduct, productKeys } from '../registry/index.ts';
import type { IssuedRange } from './issue-codes.ts';
import { splitRange } from './split-range.ts';

/**
 * Takes issued codes off the market: spoilt labels are `destroyed`, others `withdrawn`, and what leaves the country
 * is `exported`.
 *
 * @throws Refused `not-found` for codes never issued; `conflict` for codes that are destroyed already, or
 *   withdrawn ones that would come back as `exported`
 */
export async function withdrawCodes(
  ctx: Ctx,
  actor: Actor,
  input: IssuedRange & {
    state: Extract<RangeState, 'withdrawn' | 'exported' | 'destroyed'>;
    reason: Localised;
  },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const owner = await findProduct(tx, input.productId);
    requireMay(ctx, actor, 'codes.withdraw', owner.organisationId);
    const entry = await recordEntry(tx, ctx, actor, `codes-${input.state}`, { ...input });
    await splitRange(tx, input, entry, (row) => {
      if (row.state === input.state) return undefined;
      if (row.state === 'destroyed') {
        throw new Refused(
          'conflict',
          'some of these codes are destroyed',
          'Leave destroyed codes out of the range.',
        );
      }
      if (row.state === 'withdrawn' && input.state === 'exported') {
        throw new Refused(
          'conflict',
          'some of these codes are withdrawn',
          'Leave withdrawn codes out of the range: they never come back to the market.',
        );
      }
      return { state: input.state };
    });
    await bumpClock(tx, productKeys(owner));
  });
}
