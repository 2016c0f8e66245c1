import type { WebhookTopic } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { Refused } from '../refused.ts';
import { readEndpointUrl } from './read-endpoint-url.ts';

/** The canonical address. @throws Refused `invalid` with what is wrong with it */
export function requireUrl(ctx: Pick<Ctx, 'settings'>, text: string): string {
  const read = readEndpointUrl(text, ctx.settings.webhookAllowPrivate);
  if (read.ok) return read.url;
  throw new Refused(
    'invalid',
    `the address cannot be used: ${read.why}`,
    'Give an https address of yours that the internet can reach.',
  );
}

/** Each topic once. @throws Refused `invalid` where there is none */
export function requireTopics(topics: readonly WebhookTopic[]): WebhookTopic[] {
  if (topics.length === 0)
    throw new Refused('invalid', 'it would be told of nothing', 'Choose at least one kind of event.');
  return [...new Set(topics)];
}
