import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { epoch, product } from '../db/schema/index.ts';
import { addEpoch, EPOCHS_NOT_REVOKED } from './open-epoch.ts';

/** As many epochs of a product may have been opened after the backup: what is called by their number is lost. */
const NUMBERS_LEFT_OUT = 9;

export interface EpochsAnew {
  /** Products that issue in a new epoch from now on. */
  opened: number;
  /** Products, by name, that have as many epochs as they may: they issue nothing until one is revoked. */
  full: string[];
}

/**
 * Opens a new epoch for every product that ever had one; the others only verify from now on. After a restored backup
 * nobody knows which indexes of them were given out since, and an index is never printed twice.
 *
 * @param entry the audit entry of the restore
 */
export async function openEpochsAnew(tx: Tx, ctx: Pick<Ctx, 'keys'>, entry: string): Promise<EpochsAnew> {
  await tx.update(epoch).set({ state: 'verifying', lastEntry: entry }).where(eq(epoch.state, 'issuing'));
  const owners = await tx
    .select({
      owner: product,
      newest: sql`max(${epoch.number})`.mapWith(Number),
      inUse: sql`count(*) filter (where ${epoch.state} <> 'revoked')`.mapWith(Number),
    })
    .from(epoch)
    .innerJoin(product, eq(product.id, epoch.productId))
    .groupBy(product.id);
  const full = owners.filter(({ inUse }) => inUse >= EPOCHS_NOT_REVOKED);
  const roomy = owners.filter(({ inUse }) => inUse < EPOCHS_NOT_REVOKED);
  for (const { owner, newest } of roomy) await addEpoch(tx, ctx, owner, newest + NUMBERS_LEFT_OUT, entry);
  return { opened: roomy.length, full: full.map(({ owner }) => owner.name) };
}
