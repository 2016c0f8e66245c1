import { Refused } from '../refused.ts';
import type { EndpointRow } from './find-webhook.ts';

/** @throws Refused `conflict` for an endpoint that is told nothing */
export function requireEnabled({ state }: EndpointRow): void {
  if (state === 'disabled') throw new Refused('conflict', 'the webhook is disabled', 'Enable it first.');
}
