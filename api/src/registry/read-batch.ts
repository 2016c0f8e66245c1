import { and, eq } from 'drizzle-orm';
import type { Batch } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { batch, product } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { viewOfBatch } from './list-batches.ts';

/** A lot by its number. @throws Refused `not-found`, `forbidden` */
export async function readBatch(ctx: Ctx, actor: Actor, id: number): Promise<Batch> {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, 'product.read', organisationId);
  const [row] = await ctx.db
    .select({ batch })
    .from(batch)
    .innerJoin(product, eq(product.id, batch.productId))
    .where(and(eq(batch.id, id), eq(product.organisationId, organisationId)));
  if (!row) throw new Refused('not-found', `there is no batch ${id}`, 'Check the list of lots.');
  return viewOfBatch(row.batch);
}
