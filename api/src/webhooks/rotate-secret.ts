import { eq } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { webhookEndpoint } from '../db/schema/index.ts';
import { lockWebhook, type WebhookId } from './find-webhook.ts';
import { makeSecret, sealSecret, spellSecret } from './secret.ts';

const OLD_SECRET_FOR_MS = 24 * 3_600_000;

/**
 * Makes a new secret. For 24 hours messages carry the signature of the old one too, so that a receiver can change over
 * in its own time; of one that was replaced twice within that time, only the last stays.
 *
 * @returns the new secret, which is never shown again
 * @throws Refused `not-found`, `forbidden`, `second-factor`
 */
export async function rotateSecret(ctx: Ctx, actor: Actor, input: WebhookId): Promise<{ secret: string }> {
  requireMay(ctx, actor, 'webhook.rotate-secret', input.organisationId);
  const secret = makeSecret();
  await ctx.db.transaction(async (tx) => {
    const { id, organisationId, secret: old } = await lockWebhook(tx, input);
    const entry = await recordEntry(tx, ctx, actor, 'webhook-secret-rotated', { organisationId, id });
    const now = ctx.now();
    await tx
      .update(webhookEndpoint)
      .set({
        secret: sealSecret(ctx.keys, id, secret),
        secretMadeAt: now,
        oldSecret: old,
        oldSecretUntil: new Date(now.getTime() + OLD_SECRET_FOR_MS),
        lastEntry: entry,
      })
      .where(eq(webhookEndpoint.id, id));
  });
  return { secret: spellSecret(secret) };
}
