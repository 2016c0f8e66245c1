import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { FoundProduct, Lookup, LookupReply } from '@assay/contract';
import type { Static } from 'typebox';
import { toGtin } from '@assay/gs1';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import { compact } from '../compact.ts';
import type { Actor, Ctx } from '../context.ts';
import { organisation, product } from '../db/schema/index.ts';
import { foldRegistration } from '../freshness/index.ts';

type Found = Static<typeof FoundProduct>;

/** One registration number stands on few products. */
const MOST_OF_ONE_NUMBER = 20;

/**
 * What verified makers registered under GTINs and registration numbers: no verdict, and nothing is written. What an
 * unverified maker says is told to nobody.
 *
 * @returns an item for each number, in their order
 * @throws Refused `not-found`, `forbidden`
 */
export async function lookupProducts(ctx: Ctx, actor: Actor, asked: Lookup): Promise<LookupReply> {
  requireMay(ctx, actor, 'product.lookup', organisationOf(actor));
  const gtins = (asked.gtins ?? []).map((text) => ({ asked: text, gtin: toGtin(text) }));
  const numbers = (asked.registrationNumbers ?? []).map((text) => ({
    asked: text,
    folded: foldRegistration(text),
  }));
  const [byGtin, byNumber] = await Promise.all([
    find(
      ctx,
      inArray(
        product.gtin,
        gtins.flatMap(({ gtin }) => gtin ?? []),
      ),
    ),
    find(
      ctx,
      inArray(
        product.registrationFolded,
        numbers.map(({ folded }) => folded),
      ),
    ),
  ]);
  return {
    gtins: gtins.map(({ asked: text, gtin }) => {
      if (gtin === undefined) return { asked: text, malformed: true };
      return compact({ asked: text, product: byGtin.find((row) => row.gtin === gtin)?.found });
    }),
    registrationNumbers: numbers.map(({ asked: text, folded }) => ({
      asked: text,
      products: byNumber
        .filter((row) => row.folded === folded)
        .slice(0, MOST_OF_ONE_NUMBER)
        .map(({ found }) => found),
    })),
  };
}

async function find(
  ctx: Ctx,
  which: SQL,
): Promise<{ gtin: string | null; folded: string | null; found: Found }[]> {
  const rows = await ctx.db
    .select({ product, registrant: organisation.name })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.organisationId))
    .where(and(which, eq(organisation.status, 'verified')))
    .orderBy(product.no);
  return rows.map(({ product: row, registrant }) => ({
    gtin: row.gtin,
    folded: row.registrationFolded,
    found: compact({
      gtin: row.gtin,
      name: row.name,
      brand: row.brand,
      category: row.category,
      registrationNumber: row.registrationNumber,
      registrant,
    }),
  }));
}
