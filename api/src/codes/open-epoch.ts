import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { makeEpochSecret, subjectOfProduct, wrapEpoch } from '@assay/serials';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { epoch } from '../db/schema/index.ts';
import type { ProductRow } from '../registry/index.ts';
import { Refused } from '../refused.ts';
import { issuerBytes } from './epoch-row.ts';

const INDEXES_IN_EPOCH = 2 ** 32;
/** Each costs every check of the product (unit code v1, point 1). */
export const EPOCHS_NOT_REVOKED = 8;

/**
 * The epoch of a product that still has room for `quantity` indexes, locked; a new one where there is none or where
 * the registrant has changed (unit code v1, point 1).
 *
 * @param entry the audit entry of the act that needs it
 * @throws Refused `conflict` when eight epochs are in use
 */
export async function openEpochFor(tx: Tx, ctx: Ctx, owner: ProductRow, quantity: number, entry: string) {
  const newest = await lockNewestEpoch(tx, owner.id);
  if (
    newest?.state === 'issuing' &&
    newest.issuerId === owner.organisationId &&
    newest.nextIndex + quantity <= INDEXES_IN_EPOCH
  ) {
    return newest;
  }
  return addEpoch(tx, ctx, owner, newest?.number ?? 0, entry);
}

/** The newest epoch of a product, if any; until the transaction ends nobody else can take from it or open a newer one. */
export async function lockNewestEpoch(tx: Tx, productId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`assay/epoch ${productId}`}, 0))`);
  const [newest] = await tx
    .select()
    .from(epoch)
    .where(eq(epoch.productId, productId))
    .orderBy(desc(epoch.number))
    .limit(1)
    .for('update');
  return newest;
}

/** A new epoch after `previous`, which from now on only verifies. */
export async function addEpoch(
  tx: Tx,
  ctx: Pick<Ctx, 'keys'>,
  owner: ProductRow,
  previous: number,
  entry: string,
) {
  const inUse = await tx.$count(epoch, and(eq(epoch.productId, owner.id), ne(epoch.state, 'revoked')));
  if (inUse >= EPOCHS_NOT_REVOKED) {
    throw new Refused(
      'conflict',
      `${owner.name} has ${inUse} epochs in use`,
      'Revoke the oldest epoch first.',
    );
  }
  const subject = owner.gtin ?? subjectOfProduct(owner.id);
  const number = previous + 1;
  await tx
    .update(epoch)
    .set({ state: 'verifying', lastEntry: entry })
    .where(and(eq(epoch.productId, owner.id), eq(epoch.state, 'issuing')));
  const [made] = await tx
    .insert(epoch)
    .values({
      productId: owner.id,
      number,
      issuerId: owner.organisationId,
      subject,
      wrapped: wrapEpoch(
        ctx.keys.serials,
        makeEpochSecret(),
        subject,
        number,
        issuerBytes(owner.organisationId),
      ),
      state: 'issuing',
      lastEntry: entry,
    })
    .returning();
  if (!made) throw new Error('the epoch was not stored');
  return made;
}
