import { listSuspects, type Suspect } from '../checks/index.ts';
import type { Ctx } from '../context.ts';
import { suspectedCopy } from '../db/schema/index.ts';
import { enqueueEvent } from '../webhooks/index.ts';

/** Tells makers which of their codes have come to look copied: facts only, and of each code once (R4). */
export async function noticeCopies(ctx: Ctx): Promise<{ noticed: number }> {
  const suspects = await listSuspects(ctx.db.$client, ctx.settings);
  for (const suspect of suspects) await notice(ctx, suspect);
  return { noticed: suspects.length };
}

async function notice(ctx: Ctx, { unit, checks, provinces, product }: Suspect): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const noticed = await tx
      .insert(suspectedCopy)
      .values({ ...unit, noticedAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ gtin: suspectedCopy.gtin });
    if (noticed.length === 0) return;
    await enqueueEvent(tx, ctx, product.organisationId, 'code.copy-suspected', {
      productId: product.id,
      gtin: product.gtin,
      unit: { epoch: unit.epoch, index: String(unit.idx) },
      checks,
      provinces,
    });
  });
}
