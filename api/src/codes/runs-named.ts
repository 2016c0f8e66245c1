import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { indexesOf, runsOf } from './find-indexes.ts';
import type { IssuedRange } from './issue-codes.ts';

/** Codes of one product, by their indexes, by their serials, or both. */
export interface WhichCodes {
  ranges?: readonly Omit<IssuedRange, 'productId'>[] | undefined;
  serials?: readonly string[] | undefined;
}

/** The runs that are named. @throws Refused `not-found` naming the first serial that was never issued */
export async function runsNamed(
  tx: Tx,
  ctx: Ctx,
  productId: string,
  { ranges = [], serials = [] }: WhichCodes,
): Promise<IssuedRange[]> {
  const runs = ranges.map(({ epoch, first, last }) => ({ productId, epoch, first, last }));
  if (serials.length === 0) return runs;
  return [...runs, ...runsOf(productId, await indexesOf(tx, ctx, productId, serials))];
}
