import type { Localised, WITHDRAWN_STATES } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { findProduct, productKeys } from '../registry/index.ts';
import { runsNamed, type WhichCodes } from './runs-named.ts';
import { splitRange } from './split-range.ts';

export interface OffMarket extends WhichCodes {
  productId: string;
  state: (typeof WITHDRAWN_STATES)[number];
  reason: Localised;
  /** Destroyed codes among them stay so, instead of the whole being refused. */
  exceptDestroyed?: boolean;
}

/**
 * Takes issued codes off the market, all of them or none: spoilt labels are `destroyed`, others `withdrawn`, and what
 * leaves the country is `exported`.
 *
 * @throws Refused `not-found` for codes never issued; `invalid` where none are named; `conflict` for codes that are
 *   destroyed already, or withdrawn ones that would come back as `exported`
 */
export async function takeOffMarket(ctx: Ctx, actor: Actor, input: OffMarket): Promise<void> {
  const { productId, ranges, serials, state, reason, exceptDestroyed } = input;
  await ctx.db.transaction(async (tx) => {
    const owner = await findProduct(tx, productId);
    requireMay(ctx, actor, 'codes.withdraw', owner.organisationId);
    const runs = await runsNamed(tx, ctx, owner.id, { ranges, serials });
    if (runs.length === 0)
      throw new Refused('invalid', 'there is nothing to take off the market', 'Name ranges or serials.');
    const subject = { productId, ranges, serials, state, reason };
    const entry = await recordEntry(tx, ctx, actor, `codes-${state}`, subject, owner.organisationId);
    for (const run of runs)
      await splitRange(tx, run, entry, (row) => {
        if (row.state === state) return undefined;
        if (row.state === 'destroyed') {
          if (exceptDestroyed) return undefined;
          throw new Refused(
            'conflict',
            'some of these codes are destroyed',
            'Leave destroyed codes out of the range.',
          );
        }
        if (row.state === 'withdrawn' && state === 'exported') {
          throw new Refused(
            'conflict',
            'some of these codes are withdrawn',
            'Leave withdrawn codes out of the range: they never come back to the market.',
          );
        }
        return { state };
      });
    await bumpClock(tx, productKeys(owner));
  });
}
