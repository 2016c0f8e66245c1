import { createHmac } from 'node:crypto';

/** What is signed: any change of id, time or body makes another signature. */
export interface Signed {
  /** Of the event; the same at every attempt, so that a receiver can tell what it has already. */
  id: string;
  /** Of the attempt, in seconds since 1970. */
  timestamp: number;
  body: string;
}

/**
 * The header `webhook-signature` (Standard Webhooks, symmetric): HMAC-SHA256 over `id.timestamp.body`, one signature a
 * secret, so that a receiver with either of two secrets can verify.
 *
 * @param secrets the newest first; at least one
 */
export function sign(secrets: readonly Buffer[], { id, timestamp, body }: Signed): string {
  return secrets
    .map((secret) => createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ');
}
