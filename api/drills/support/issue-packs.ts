import type { CheckRequest } from '@assay/contract';
import { issueCodes } from '../../src/codes/index.ts';
import type { Ctx } from '../../src/context.ts';
import { OPERATOR } from '../../test/support/service.ts';
import { dataMatrix, GTIN, serialsOf, type World } from '../../test/support/world.ts';

/** A pack that nobody has checked before: how it is scanned, and the index of its unit. */
export interface FreshPack {
  scan: CheckRequest;
  index: number;
}

/** Issues packs of the world's medicine. */
export async function issuePacks(ctx: Ctx, { medicine, lot }: World, quantity: number): Promise<FreshPack[]> {
  const range = await issueCodes(ctx, OPERATOR, { productId: medicine.id, quantity, batchId: lot.id });
  const serials = await serialsOf(ctx, range);
  return serials.map((serial, n) => ({
    scan: dataMatrix({ gtin: GTIN.medicine, serial }),
    index: range.first + n,
  }));
}
