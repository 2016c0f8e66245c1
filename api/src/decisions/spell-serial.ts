import { eq } from 'drizzle-orm';
import { toGtin } from '@assay/gs1';
import { normaliseTypedSerial, verifySerial } from '@assay/serials';
import { epochRow } from '../codes/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { epoch, product } from '../db/schema/index.ts';

/**
 * A serial as it is printed, from what an officer or a maker typed: labels show unit codes in groups, and checks compare
 * exact characters. What Assay did not issue stays as it was given, since case and hyphens may be its own.
 */
export async function spellSerial(tx: Tx, ctx: Ctx, gtin: string, typed: string): Promise<string> {
  const spelt = normaliseTypedSerial(typed);
  if (!spelt.ok) return typed.trim();
  const rows = await tx
    .select({ epoch })
    .from(epoch)
    .innerJoin(product, eq(product.id, epoch.productId))
    .where(eq(product.gtin, toGtin(gtin) ?? gtin));
  const epochs = rows.map((row) => ({
    epoch: row.epoch.number,
    cipher: ctx.serials.open(epochRow(row.epoch)),
  }));
  return verifySerial(spelt.serial, epochs).length ? spelt.serial : typed.trim();
}
