import { and, asc, eq, sql } from 'drizzle-orm';
import type { ListedProduct } from '@assay/contract';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { product } from '../db/schema/index.ts';
import type { Cursors } from '../http/cursor.ts';
import { PAGE, pageOf } from '../http/page.ts';

/**
 * The products of a maker, oldest first, fifty at a time.
 *
 * @param after the `next` of the page before
 * @returns `next` where there are more
 * @throws Refused `not-found`, `forbidden`; ProblemError `invalid-request` for a cursor that is none
 */
export async function listProducts(
  ctx: Ctx,
  actor: Actor,
  input: { makerId: string; after?: string },
  cursors: Cursors,
): Promise<{ items: ListedProduct[]; next?: string }> {
  requireMay(ctx, actor, 'product.read', input.makerId);
  const place = input.after === undefined ? undefined : cursors.read(input.after);
  const rows = await ctx.db
    .select({
      no: product.no,
      id: product.id,
      gtin: product.gtin,
      name: product.name,
      category: product.category,
      coding: product.coding,
      registrationNumber: product.registrationNumber,
    })
    .from(product)
    .where(
      and(eq(product.organisationId, input.makerId), place ? sql`${product.no} > ${place[0]}` : undefined),
    )
    .orderBy(asc(product.no))
    .limit(PAGE + 1);
  const { rows: page, next } = pageOf(rows, cursors, ({ no }) => [no]);
  return {
    items: page.map(({ id, gtin, name, category, coding, registrationNumber }) => ({
      id,
      name,
      category,
      coding,
      ...(gtin === null ? {} : { gtin }),
      ...(registrationNumber === null ? {} : { registrationNumber }),
    })),
    ...(next === undefined ? {} : { next }),
  };
}
