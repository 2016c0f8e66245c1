import { prepareCodeFile } from '../code-files/index.ts';
import type { RunRow } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { findPaper, layOutLabels } from '../labels/index.ts';
import { Refused } from '../refused.ts';
import { asFileOrder } from './as-file-order.ts';
import { asLabelOrder, asMedia } from './as-label-order.ts';
import type { Order } from './order-download.ts';

/** They are drawn by the process that answers checks, a few milliseconds each. */
const MOST_LABELS = 1_000;

/**
 * Whether what is ordered can be made, before it counts as handed out.
 *
 * @throws Refused as `prepareCodeFile` and `layOutLabels`; `invalid` for more labels than one order may have
 */
export async function requirePossible(
  tx: Tx,
  ctx: Ctx,
  actor: Actor,
  order: Order & { run: RunRow; first: number; last: number },
): Promise<void> {
  if (order.kind === 'file') {
    await prepareCodeFile(tx, ctx, actor, asFileOrder(order));
    return;
  }
  const { media } = order.input;
  const most = 'svg' in media ? 1 : MOST_LABELS;
  const labels = order.last - order.first + 1;
  if (labels > most)
    throw new Refused(
      'invalid',
      `${labels} labels are too many for one order`,
      `Order at most ${most} of them, or take a file of codes to a printing house.`,
    );
  await layOutLabels(tx, ctx, actor, asLabelOrder(order), findPaper(asMedia(media)).label);
}
