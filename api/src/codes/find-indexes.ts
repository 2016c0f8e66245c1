import { eq } from 'drizzle-orm';
import { type SerialHit, verifySerial } from '@assay/serials';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { epoch } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { epochRow } from './epoch-row.ts';
import type { IssuedRange } from './issue-codes.ts';

/**
 * The epochs and indexes of serials that Assay issued for a product.
 *
 * @throws Refused `not-found` naming the first serial that was never issued
 */
export async function indexesOf(
  tx: Tx,
  ctx: Ctx,
  productId: string,
  serials: readonly string[],
): Promise<SerialHit[]> {
  const rows = await tx.select().from(epoch).where(eq(epoch.productId, productId));
  const epochs = rows.map((row) => ({ epoch: row.number, cipher: ctx.serials.open(epochRow(row)) }));
  return serials.map((serial) => {
    const [hit] = verifySerial(serial, epochs);
    if (!hit) {
      throw new Refused(
        'not-found',
        `serial ${serial} was never issued here`,
        'Check the product and the serial.',
      );
    }
    return hit;
  });
}

/** Joins single indexes into runs, so that a list of a thousand neighbours is one change. */
export function runsOf(productId: string, hits: readonly SerialHit[]): IssuedRange[] {
  const sorted = [...hits].sort((a, b) => a.epoch - b.epoch || a.index - b.index);
  const runs: IssuedRange[] = [];
  for (const { epoch: number, index } of sorted) {
    const current = runs.at(-1);
    if (current?.epoch === number && index <= current.last + 1) current.last = index;
    else runs.push({ productId, epoch: number, first: index, last: index });
  }
  return runs;
}
