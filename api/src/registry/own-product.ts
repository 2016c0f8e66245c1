import { and, eq } from 'drizzle-orm';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Action } from '../auth/permissions.ts';
import type { Actor, Ctx } from '../context.ts';
import { product } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import type { ProductRow } from './find-product.ts';

/**
 * A product of the organisation that somebody acts for.
 *
 * @throws Refused `forbidden`, `second-factor`; `not-found` for another organisation's too
 */
export async function ownProduct(ctx: Ctx, actor: Actor, action: Action, id: string): Promise<ProductRow> {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, action, organisationId);
  const [row] = await ctx.db
    .select()
    .from(product)
    .where(and(eq(product.id, id), eq(product.organisationId, organisationId)));
  if (!row) throw new Refused('not-found', `there is no product ${id}`, 'Check the list of products.');
  return row;
}
