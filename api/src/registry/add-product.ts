import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Category, Pack } from '@assay/contract';
import { toGtin } from '@assay/gs1';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { prefix, product } from '../db/schema/index.ts';
import type { Passport } from '../db/schema/product.ts';
import { bumpClock, foldRegistration } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { findOrganisation } from './find-organisation.ts';
import { productKeys } from './product-keys.ts';

export interface NewProduct {
  makerId: string;
  /** 8, 12, 13 or 14 digits; absent for a product without GTIN. */
  gtin?: string;
  name: string;
  brand?: string;
  netContent?: string;
  category: Category;
  pack: Pack;
  /** `unit-codes`: packs carry them; `none`; `barcode-only`: granted for a low-risk product (R3). */
  coding: 'unit-codes' | 'none' | 'barcode-only';
  unitCodesSince?: string;
  registrationNumber?: string;
  importer?: string;
  picture?: string;
  markets?: readonly string[];
  lotsCompleteSince?: string;
  help?: (typeof product.$inferInsert)['help'];
  passport?: Passport;
}

/**
 * Lists a product under a maker.
 *
 * @returns the product's id and its GTIN in 14 digits
 * @throws Refused `invalid` for a GTIN with a wrong check digit, `forbidden` for one outside the maker's prefixes or
 *   `barcode-only` in a high-risk category (R3), `conflict` when the maker lists it already
 */
export async function addProduct(
  ctx: Ctx,
  actor: Actor,
  input: NewProduct,
): Promise<{ id: string; gtin: string | undefined }> {
  requireMay(ctx, actor, 'product.add', input.makerId);
  const gtin = input.gtin === undefined ? undefined : toGtin(input.gtin);
  if (input.gtin !== undefined && gtin === undefined) {
    throw new Refused(
      'invalid',
      `${input.gtin} is no GTIN`,
      'Check the digits: the last one is the check digit.',
    );
  }
  if (input.coding === 'barcode-only' && ctx.settings.highRiskCategories.includes(input.category)) {
    throw new Refused(
      'forbidden',
      `a product of category ${input.category} cannot be registered by its barcode only`,
      'Use unit codes, or register it with coding "none".',
    );
  }
  const id = randomUUID();
  await ctx.db.transaction(async (tx) => {
    const maker = await findOrganisation(tx, input.makerId, 'maker');
    if (gtin !== undefined) {
      const held = await tx.select().from(prefix).where(eq(prefix.organisationId, maker.id));
      if (!held.some((one) => gtin.slice(1).startsWith(one.digits))) {
        throw new Refused(
          'forbidden',
          `${gtin} is not under a prefix of ${maker.name}`,
          'Claim the GS1 company prefix, or the single GTIN, first.',
        );
      }
      const [listed] = await tx
        .select({ id: product.id })
        .from(product)
        .where(and(eq(product.gtin, gtin), eq(product.organisationId, maker.id)));
      if (listed)
        throw new Refused('conflict', `${gtin} is listed already`, `Change product ${listed.id} instead.`);
    }
    const entry = await recordEntry(tx, ctx, actor, 'product-added', { id, ...input, gtin }, maker.id);
    const row = {
      id,
      gtin: gtin ?? null,
      organisationId: maker.id,
      name: input.name,
      brand: input.brand ?? null,
      netContent: input.netContent ?? null,
      category: input.category,
      pack: input.pack,
      coding: input.coding,
      unitCodesSince: input.unitCodesSince ?? null,
      registrationNumber: input.registrationNumber ?? null,
      registrationFolded: input.registrationNumber ? foldRegistration(input.registrationNumber) : null,
      importer: input.importer ?? null,
      picture: input.picture ?? null,
      markets: input.markets ? [...input.markets] : null,
      lotsCompleteSince: input.lotsCompleteSince ?? null,
      help: input.help ?? {},
      passport: input.passport ?? {},
      lastEntry: entry,
    };
    await tx.insert(product).values(row);
    await bumpClock(tx, productKeys(row));
  });
  return { id, gtin };
}
