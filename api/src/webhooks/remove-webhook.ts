import { eq } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { webhookEndpoint } from '../db/schema/index.ts';
import { lockWebhook, type WebhookId } from './find-webhook.ts';
import { giveUpWaiting } from './give-up-waiting.ts';

/** Ends an endpoint at once and forgets its secrets. @throws Refused `not-found`, `forbidden` */
export async function removeWebhook(ctx: Ctx, actor: Actor, input: WebhookId): Promise<void> {
  requireMay(ctx, actor, 'webhook.remove', input.organisationId);
  await ctx.db.transaction(async (tx) => {
    const { id, organisationId, url } = await lockWebhook(tx, input);
    const entry = await recordEntry(tx, ctx, actor, 'webhook-removed', { organisationId, id, url });
    await tx
      .update(webhookEndpoint)
      .set({ removedAt: ctx.now(), secret: null, oldSecret: null, oldSecretUntil: null, lastEntry: entry })
      .where(eq(webhookEndpoint.id, id));
    await giveUpWaiting(tx, id);
  });
}
