import type { ProductChange } from '@assay/contract';
import type { ProductRow } from './find-product.ts';

type Help = ProductRow['help'];

/** The texts as they are given; pictures stay with the place that they were given for. */
export function mergeHelp(before: Help, change: NonNullable<ProductChange['help']>): Help {
  const { whereCode, compare, price } = { ...before, ...change };
  return {
    ...(whereCode && { whereCode: { ...before.whereCode, ...whereCode } }),
    ...(compare && { compare: compare.map((feature, n) => ({ ...before.compare?.[n], ...feature })) }),
    ...(price && { price }),
  };
}
