import { randomUUID } from 'node:crypto';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { webhookDelivery, webhookEvent } from '../db/schema/index.ts';
import { lockWebhook, type WebhookId } from './find-webhook.ts';
import { requireEnabled } from './require-enabled.ts';

/**
 * Sends `webhook.test` to one endpoint, whatever its topics.
 *
 * @returns the id of the delivery
 * @throws Refused `not-found`, `forbidden`; `conflict` while it is disabled
 */
export async function sendTestEvent(ctx: Ctx, actor: Actor, input: WebhookId): Promise<{ id: string }> {
  requireMay(ctx, actor, 'webhook.send', input.organisationId);
  return ctx.db.transaction(async (tx) => {
    const endpoint = await lockWebhook(tx, input);
    requireEnabled(endpoint);
    const { id: webhookId, organisationId } = endpoint;
    await recordEntry(tx, ctx, actor, 'webhook-tested', { organisationId, id: webhookId });
    const [eventId, id] = [randomUUID(), randomUUID()];
    const at = ctx.now();
    await tx
      .insert(webhookEvent)
      .values({ id: eventId, organisationId, type: 'webhook.test', data: { webhookId }, at });
    await tx
      .insert(webhookDelivery)
      .values({ id, eventId, endpointId: webhookId, nextAt: at, createdAt: at });
    return { id };
  });
}
