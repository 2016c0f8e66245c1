import type { Localised } from '@assay/contract';
import { takeOffMarket } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';
import { ownDownload } from './own-download.ts';

/**
 * "This file leaked": withdraws all codes that it holds, in one step. Destroyed ones stay destroyed.
 *
 * @returns how many codes the file holds
 * @throws Refused `not-found`, `forbidden`
 */
export async function reportLeak(
  ctx: Ctx,
  actor: Actor,
  { downloadId, reason }: { downloadId: string; reason: Localised },
): Promise<{ codes: number }> {
  const { download, run } = await ownDownload(ctx, actor, 'codes.withdraw', downloadId);
  const { first, last } = download;
  await takeOffMarket(ctx, actor, {
    productId: run.productId,
    ranges: [{ epoch: run.epoch, first, last }],
    state: 'withdrawn',
    reason,
    exceptDestroyed: true,
  });
  return { codes: last - first + 1 };
}
