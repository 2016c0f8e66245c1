import { eq } from 'drizzle-orm';
import type { WebhookTopic } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { webhookEndpoint } from '../db/schema/index.ts';
import { lockWebhook, type WebhookId } from './find-webhook.ts';
import { giveUpWaiting } from './give-up-waiting.ts';
import { requireTopics, requireUrl } from './require-endpoint.ts';

export interface WebhookChange extends WebhookId {
  url?: string;
  topics?: readonly WebhookTopic[];
  description?: string;
  /** True also forgets its failures; false ends what is under way. */
  enabled?: boolean;
}

/**
 * Changes where an endpoint is, what it is told of, or whether it is told at all. What happens while it is disabled is
 * not sent later.
 *
 * @throws Refused `not-found`, `forbidden`, `second-factor`; `invalid` for an address that cannot be used
 */
export async function changeWebhook(ctx: Ctx, actor: Actor, input: WebhookChange): Promise<void> {
  requireMay(ctx, actor, 'webhook.change', input.organisationId);
  const change = {
    ...(input.url === undefined ? {} : { url: requireUrl(ctx, input.url) }),
    ...(input.topics === undefined ? {} : { topics: requireTopics(input.topics) }),
    ...(input.description === undefined ? {} : { description: input.description }),
    ...(input.enabled === undefined ? {} : ({ state: input.enabled ? 'active' : 'disabled' } as const)),
  };
  await ctx.db.transaction(async (tx) => {
    const { id, organisationId } = await lockWebhook(tx, input);
    const entry = await recordEntry(tx, ctx, actor, 'webhook-changed', { organisationId, id, ...change });
    await tx
      .update(webhookEndpoint)
      .set({ ...change, ...(input.enabled === undefined ? {} : { failingSince: null }), lastEntry: entry })
      .where(eq(webhookEndpoint.id, id));
    if (input.enabled === false) await giveUpWaiting(tx, id);
  });
}
