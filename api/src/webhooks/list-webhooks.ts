import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Webhook } from '@assay/contract';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { webhookEndpoint } from '../db/schema/index.ts';
import type { EndpointRow } from './find-webhook.ts';

/** The endpoints of an organisation, oldest first, without their secrets. @throws Refused `not-found`, `forbidden` */
export async function listWebhooks(ctx: Ctx, actor: Actor, organisationId: string): Promise<Webhook[]> {
  requireMay(ctx, actor, 'webhook.list', organisationId);
  const rows = await ctx.db
    .select()
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.organisationId, organisationId), isNull(webhookEndpoint.removedAt)))
    .orderBy(asc(webhookEndpoint.createdAt), asc(webhookEndpoint.id));
  const now = ctx.now();
  return rows.map((row) => viewOf(row, now));
}

function viewOf(row: EndpointRow, now: Date): Webhook {
  const { id, url, topics, description, state, failingSince, oldSecretUntil } = row;
  return {
    id,
    url,
    topics,
    description,
    state,
    ...(failingSince ? { failingSince: failingSince.toISOString() } : {}),
    createdAt: row.createdAt.toISOString(),
    secretMadeAt: row.secretMadeAt.toISOString(),
    ...(oldSecretUntil && oldSecretUntil > now ? { oldSecretUntil: oldSecretUntil.toISOString() } : {}),
  };
}
