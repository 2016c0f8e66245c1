import { randomUUID } from 'node:crypto';
import { and, arrayContains, eq, isNull, ne } from 'drizzle-orm';
import type { WebhookData, WebhookTopic } from '@assay/contract';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { webhookDelivery, webhookEndpoint, webhookEvent } from '../db/schema/index.ts';

/**
 * Writes down, in the transaction of the change itself, what an organisation's endpoints are to be told: the change and
 * its event are committed together or not at all. Nothing is kept where nobody listens.
 */
export async function enqueueEvent<Topic extends WebhookTopic>(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  organisationId: string,
  type: Topic,
  data: WebhookData[Topic],
): Promise<void> {
  const endpoints = await tx
    .select({ id: webhookEndpoint.id })
    .from(webhookEndpoint)
    .where(
      and(
        eq(webhookEndpoint.organisationId, organisationId),
        isNull(webhookEndpoint.removedAt),
        ne(webhookEndpoint.state, 'disabled'),
        arrayContains(webhookEndpoint.topics, [type]),
      ),
    );
  if (endpoints.length === 0) return;
  const at = ctx.now();
  const eventId = randomUUID();
  await tx.insert(webhookEvent).values({ id: eventId, organisationId, type, data, at });
  await tx
    .insert(webhookDelivery)
    .values(
      endpoints.map(({ id }) => ({ id: randomUUID(), eventId, endpointId: id, nextAt: at, createdAt: at })),
    );
}
