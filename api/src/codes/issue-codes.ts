import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { batch, codeRange, codeRun, epoch } from '../db/schema/index.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { findProduct, productKeys } from '../registry/index.ts';
import { openEpochFor } from './open-epoch.ts';

const MOST_AT_ONCE = 1_000_000_000;

export interface IssueOrder {
  productId: string;
  /** 1 to 1,000,000,000. */
  quantity: number;
  /** The lot that the codes are for; without it they are reserved and answer `not-released` until commissioned. */
  batchId?: number;
  innerCodes?: boolean;
}

/** A run of issued indexes, first and last included. */
export interface IssuedRange {
  productId: string;
  epoch: number;
  first: number;
  last: number;
}

/** Codes that were issued together, by the id of their run. */
export interface IssuedRun extends IssuedRange {
  id: string;
}

/**
 * Issues unit codes: one run and one range, whatever the quantity. The indexes are never given out again, also when the
 * caller loses the answer.
 *
 * @throws Refused `not-found`; `invalid` for a quantity out of bounds or a product without unit codes; `conflict` for
 *   a lot of another product
 */
export async function issueCodes(ctx: Ctx, actor: Actor, order: IssueOrder): Promise<IssuedRun> {
  if (!Number.isSafeInteger(order.quantity) || order.quantity < 1 || order.quantity > MOST_AT_ONCE) {
    throw new Refused(
      'invalid',
      `${order.quantity} codes cannot be issued at once`,
      'Ask for 1 to 1,000,000,000.',
    );
  }
  return ctx.db.transaction(async (tx) => {
    const owner = await findProduct(tx, order.productId);
    requireMay(ctx, actor, 'codes.issue', owner.organisationId);
    if (owner.coding !== 'unit-codes') {
      throw new Refused(
        'invalid',
        `${owner.name} has no unit codes`,
        'Change the product to unit codes first.',
      );
    }
    if (order.batchId !== undefined) {
      const [lot] = await tx.select().from(batch).where(eq(batch.id, order.batchId));
      if (lot?.productId !== owner.id) {
        throw new Refused(
          'conflict',
          `batch ${order.batchId} is not of this product`,
          'Open the lot on the product.',
        );
      }
    }
    const entry = await recordEntry(tx, ctx, actor, 'codes-issued', { ...order }, owner.organisationId);
    const current = await openEpochFor(tx, ctx, owner, order.quantity, entry);
    const [taken] = await tx
      .update(epoch)
      .set({ nextIndex: sql`${epoch.nextIndex} + ${order.quantity}`, lastEntry: entry })
      .where(and(eq(epoch.productId, owner.id), eq(epoch.number, current.number)))
      .returning({ next: epoch.nextIndex });
    if (!taken) throw new Error('the epoch is gone');
    const range = {
      productId: owner.id,
      epoch: current.number,
      first: taken.next - order.quantity,
      last: taken.next - 1,
    };
    await tx.insert(codeRange).values({
      ...range,
      batchId: order.batchId ?? null,
      state: order.batchId === undefined ? 'reserved' : 'active',
      innerCodes: order.innerCodes ?? false,
      lastEntry: entry,
    });
    const id = randomUUID();
    await tx.insert(codeRun).values({
      ...range,
      id,
      organisationId: owner.organisationId,
      innerCodes: order.innerCodes ?? false,
      issuedAt: ctx.now(),
    });
    await bumpClock(tx, productKeys(owner));
    return { id, ...range };
  });
}
