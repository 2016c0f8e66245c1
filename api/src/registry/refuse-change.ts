import type { ProductChange } from '@assay/contract';
import type { Actor, Ctx } from '../context.ts';
import { Refused } from '../refused.ts';
import type { ProductRow } from './find-product.ts';

/**
 * Changes of a product that its maker may not make alone.
 *
 * @throws Refused `forbidden` for a high-risk product that would become another, whose category whoever verifies the maker
 *   confirms, and for `barcode-only` in a high-risk category (R3); `conflict` for a product that would lose its unit codes
 */
export function refuseChange(
  ctx: Pick<Ctx, 'settings'>,
  actor: Actor,
  before: ProductRow,
  { category = before.category, coding = before.coding }: ProductChange,
): void {
  const { highRiskCategories } = ctx.settings;
  const isHighRisk = highRiskCategories.includes(category);
  const isMaker = actor.kind === 'member' || actor.kind === 'key';
  if (isMaker && !isHighRisk && highRiskCategories.includes(before.category))
    throw new Refused(
      'forbidden',
      `${before.name} is of the category ${before.category}, where risks are high`,
      'Ask the operator to change its category.',
    );
  if (isHighRisk && coding === 'barcode-only')
    throw new Refused(
      'forbidden',
      `a product of category ${category} cannot be registered by its barcode only`,
      'Use unit codes, or "none".',
    );
  if (before.coding === 'unit-codes' && coding !== 'unit-codes')
    throw new Refused(
      'conflict',
      `packs of ${before.name} carry unit codes`,
      'List what is sold without them as a product of its own.',
    );
}
