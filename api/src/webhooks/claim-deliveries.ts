import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Database, Tx } from '../db/database.ts';
import { webhookDelivery, webhookEndpoint, webhookEvent } from '../db/schema/index.ts';
import type { EndpointRow } from './find-webhook.ts';
import { giveUpWaiting } from './give-up-waiting.ts';
import { TIMEOUT_MS } from './post-delivery.ts';

/** An attempt that this process has taken on. */
export interface Claim {
  deliveryId: string;
  /** From 1. */
  attempt: number;
  event: typeof webhookEvent.$inferSelect;
}

/** What a killed worker had under way is due again after this: longer than any attempt takes. */
const LEASE_MS = 2 * TIMEOUT_MS;

/**
 * Takes on what is due to an endpoint, so that no other worker does until the lease is over. The attempt counts from
 * now on, whatever becomes of this process.
 *
 * @param most how many, the longest due first
 * @returns the endpoint as it is now with what to send; undefined where it is not to be told any more
 */
export async function claimDeliveries(
  db: Database,
  endpointId: string,
  now: Date,
  most: number,
): Promise<{ endpoint: EndpointRow; claims: Claim[] } | undefined> {
  return db.transaction(async (tx) => {
    const [endpoint] = await tx.select().from(webhookEndpoint).where(eq(webhookEndpoint.id, endpointId));
    if (!endpoint || endpoint.removedAt || endpoint.state === 'disabled') {
      await giveUpWaiting(tx, endpointId);
      return undefined;
    }
    const due = await lockDue(tx, endpointId, now, most);
    const ids = due.map(({ id }) => id);
    const begun = await tx
      .update(webhookDelivery)
      .set({
        attempts: sql`${webhookDelivery.attempts} + 1`,
        nextAt: new Date(now.getTime() + LEASE_MS),
      })
      .from(webhookEvent)
      .where(and(inArray(webhookDelivery.id, ids), eq(webhookEvent.id, webhookDelivery.eventId)))
      .returning({ deliveryId: webhookDelivery.id, attempt: webhookDelivery.attempts, event: webhookEvent });
    return { endpoint, claims: begun };
  });
}

/** What another worker is taking on at this moment is left to it. */
function lockDue(tx: Tx, endpointId: string, now: Date, most: number): Promise<{ id: string }[]> {
  return tx
    .select({ id: webhookDelivery.id })
    .from(webhookDelivery)
    .where(
      and(
        eq(webhookDelivery.endpointId, endpointId),
        eq(webhookDelivery.state, 'waiting'),
        lte(webhookDelivery.nextAt, now),
      ),
    )
    .orderBy(asc(webhookDelivery.nextAt))
    .limit(most)
    .for('no key update', { skipLocked: true });
}
