import type { Claim } from './claim-deliveries.ts';
import type { Message } from './post-delivery.ts';
import { sign } from './sign.ts';

/**
 * An event as it is sent: body and headers of Standard Webhooks.
 *
 * @param secrets the newest first
 * @param now of the attempt
 */
export function composeMessage(url: string, claim: Claim, secrets: readonly Buffer[], now: Date): Message {
  const { id, type, at, data } = claim.event;
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  const timestamp = Math.floor(now.getTime() / 1000);
  return {
    url,
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': sign(secrets, { id, timestamp, body }),
    },
  };
}
