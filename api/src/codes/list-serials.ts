import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { epoch } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { epochRow } from './epoch-row.ts';
import type { IssuedRange } from './issue-codes.ts';

/**
 * The serials of an issued range, made again from its epoch: nothing of them is stored.
 *
 * @returns serials in the order of their indexes, in chunks
 * @throws Refused `not-found` for an epoch or indexes that were never issued, SerialKeyError `revoked` for a revoked one
 */
export async function listSerials(ctx: Ctx, range: IssuedRange): Promise<AsyncIterable<string[]>> {
  const [row] = await ctx.db
    .select()
    .from(epoch)
    .where(and(eq(epoch.productId, range.productId), eq(epoch.number, range.epoch)));
  if (!row)
    throw new Refused('not-found', `there is no epoch ${range.epoch}`, 'Give a range that issuing returned.');
  if (range.last >= row.nextIndex)
    throw new Refused(
      'not-found',
      `index ${row.nextIndex} was never issued`,
      'Give a range that issuing returned.',
    );
  return ctx.serials.issue(epochRow(row), range.first, range.last);
}
