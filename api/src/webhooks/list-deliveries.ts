import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { WebhookAttempt, WebhookDelivery } from '@assay/contract';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { webhookAttempt, webhookDelivery, webhookEvent } from '../db/schema/index.ts';
import { findWebhook, type WebhookId } from './find-webhook.ts';

const PAGE = 50;

/** The last delivery of a page: the next one begins after it. */
export interface DeliveryCursor {
  createdAt: string;
  id: string;
}

export interface DeliveryPage {
  items: WebhookDelivery[];
  /** Absent on the last page. */
  next?: DeliveryCursor;
}

/**
 * What was sent to an endpoint in the last 30 days, newest first, fifty at a time, each with its attempts.
 *
 * @throws Refused `not-found`, `forbidden`
 */
export async function listDeliveries(
  ctx: Ctx,
  actor: Actor,
  input: WebhookId & { after?: DeliveryCursor },
): Promise<DeliveryPage> {
  requireMay(ctx, actor, 'webhook.list', input.organisationId);
  const { id } = await findWebhook(ctx.db, input);
  const { createdAt, id: deliveryId } = webhookDelivery;
  const after =
    input.after && sql`(${createdAt}, ${deliveryId}) < (${input.after.createdAt}, ${input.after.id})`;
  const rows = await ctx.db
    .select({ delivery: webhookDelivery, event: webhookEvent.type })
    .from(webhookDelivery)
    .innerJoin(webhookEvent, eq(webhookEvent.id, webhookDelivery.eventId))
    .where(and(eq(webhookDelivery.endpointId, id), after))
    .orderBy(desc(createdAt), desc(deliveryId))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const attempts = await attemptsOf(
    ctx,
    page.map((row) => row.delivery.id),
  );
  const items = page.map(({ delivery, event }) => ({
    ...viewOf(delivery),
    event,
    attempts: attempts.filter((one) => one.deliveryId === delivery.id).map(viewOfAttempt),
  }));
  const last = items.at(-1);
  return rows.length > PAGE && last ? { items, next: { createdAt: last.createdAt, id: last.id } } : { items };
}

function attemptsOf(ctx: Ctx, deliveries: string[]) {
  return ctx.db
    .select()
    .from(webhookAttempt)
    .where(inArray(webhookAttempt.deliveryId, deliveries))
    .orderBy(asc(webhookAttempt.number));
}

function viewOf({ id, eventId, state, createdAt, nextAt }: typeof webhookDelivery.$inferSelect) {
  return {
    id,
    eventId,
    state,
    createdAt: createdAt.toISOString(),
    ...(state === 'waiting' ? { nextAt: nextAt.toISOString() } : {}),
  };
}

function viewOfAttempt(row: typeof webhookAttempt.$inferSelect): WebhookAttempt {
  return {
    number: row.number,
    at: row.at.toISOString(),
    durationMs: row.durationMs,
    ...(row.status === null ? {} : { status: row.status }),
    ...(row.failure === null ? {} : { failure: row.failure }),
  };
}
