import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { webhookDelivery } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { lockWebhook, type WebhookId } from './find-webhook.ts';
import { requireEnabled } from './require-enabled.ts';

/**
 * Sends an event to an endpoint again, under the same `webhook-id`: a receiver that has it already can tell.
 *
 * @returns the id of the new delivery
 * @throws Refused `not-found`, `forbidden`; `conflict` while the endpoint is disabled
 */
export async function resendDelivery(
  ctx: Ctx,
  actor: Actor,
  input: WebhookId & { deliveryId: string },
): Promise<{ id: string }> {
  requireMay(ctx, actor, 'webhook.send', input.organisationId);
  return ctx.db.transaction(async (tx) => {
    const endpoint = await lockWebhook(tx, input);
    requireEnabled(endpoint);
    const [old] = await tx
      .select({ eventId: webhookDelivery.eventId })
      .from(webhookDelivery)
      .where(and(eq(webhookDelivery.id, input.deliveryId), eq(webhookDelivery.endpointId, endpoint.id)));
    if (!old) throw new Refused('not-found', 'there is no such delivery', 'Deliveries are kept for 30 days.');
    await recordEntry(tx, ctx, actor, 'webhook-resent', { ...input });
    const id = randomUUID();
    const now = ctx.now();
    await tx
      .insert(webhookDelivery)
      .values({ id, eventId: old.eventId, endpointId: endpoint.id, nextAt: now, createdAt: now });
    return { id };
  });
}
