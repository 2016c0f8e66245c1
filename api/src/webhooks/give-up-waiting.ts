import { and, eq } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { webhookDelivery } from '../db/schema/index.ts';

/** Ends what was to be sent to an endpoint that is told no more. */
export async function giveUpWaiting(tx: Tx, endpointId: string): Promise<void> {
  await tx
    .update(webhookDelivery)
    .set({ state: 'given-up' })
    .where(and(eq(webhookDelivery.endpointId, endpointId), eq(webhookDelivery.state, 'waiting')));
}
