import { takeApproval } from '../approvals/index.ts';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { joinTransaction } from '../idempotency/index.ts';
import { liftRecall } from '../registry/index.ts';
import { reportCodes } from './report-codes.ts';

/**
 * A second member approves what a first one asked for, and with that it is done: both or neither.
 *
 * @throws Refused as `takeApproval`, and whatever keeps the act itself from being done
 */
export async function approve(ctx: Ctx, actor: Actor, id: string): Promise<void> {
  requireMay(ctx, actor, 'approval.give', organisationOf(actor));
  await ctx.db.transaction(async (tx) => {
    const { act, input, signedBy } = await takeApproval(tx, ctx, actor, id);
    const joined = joinTransaction(ctx, tx);
    switch (act) {
      case 'batch.lift-recall':
        return liftRecall(joined, actor, { ...(input as OrderOf<typeof liftRecall>), signedBy });
      case 'codes.report':
        await reportCodes(joined, actor, { ...(input as OrderOf<typeof reportCodes>), signedBy });
    }
  });
}

/** What was checked when it was asked for. */
type OrderOf<Verb extends (ctx: Ctx, actor: Actor, input: never) => unknown> = Omit<
  Parameters<Verb>[2],
  'signedBy'
>;
