import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { WebhookTopic } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { organisation, webhookEndpoint } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { requireTopics, requireUrl } from './require-endpoint.ts';
import { makeSecret, sealSecret, spellSecret } from './secret.ts';

const MOST = 10;

export interface NewWebhook {
  organisationId: string;
  url: string;
  topics: readonly WebhookTopic[];
  description: string;
}

/**
 * Gives an organisation an endpoint that is told of events from now on.
 *
 * @returns the secret that its messages are signed with, which is never shown again
 * @throws Refused `not-found`, `forbidden`, `second-factor`; `invalid` for an address that cannot be used; `conflict`
 *   where there are ten already
 */
export async function addWebhook(
  ctx: Ctx,
  actor: Actor,
  input: NewWebhook,
): Promise<{ id: string; secret: string }> {
  const { organisationId, description } = input;
  requireMay(ctx, actor, 'webhook.add', organisationId);
  const url = requireUrl(ctx, input.url);
  const topics = requireTopics(input.topics);
  const id = randomUUID();
  const secret = makeSecret();
  await ctx.db.transaction(async (tx) => {
    const [owner] = await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('no key update');
    if (!owner) throw new Refused('not-found', 'there is no such organisation', 'Check its id.');
    const here = and(eq(webhookEndpoint.organisationId, organisationId), isNull(webhookEndpoint.removedAt));
    if ((await tx.$count(webhookEndpoint, here)) >= MOST)
      throw new Refused('conflict', `there are ${MOST} webhooks already`, 'Remove one that you do not need.');
    const entry = await recordEntry(tx, ctx, actor, 'webhook-added', {
      organisationId,
      id,
      url,
      topics,
      description,
    });
    const now = ctx.now();
    await tx.insert(webhookEndpoint).values({
      id,
      organisationId,
      url,
      topics,
      description,
      state: 'active',
      secret: sealSecret(ctx.keys, id, secret),
      secretMadeAt: now,
      createdAt: now,
      lastEntry: entry,
    });
  });
  return { id, secret: spellSecret(secret) };
}
