import type { Ctx } from '../context.ts';
import { type Claim, claimDeliveries } from './claim-deliveries.ts';
import { composeMessage } from './compose-message.ts';
import type { EndpointRow } from './find-webhook.ts';
import type { Post } from './post-delivery.ts';
import { recordAttempt } from './record-attempt.ts';
import { openSecret } from './secret.ts';

/** How many messages an endpoint gets at the same time. */
const AT_ONCE = 8;

/**
 * Sends an endpoint everything that is due to it.
 *
 * @param signal takes on no more, and ends what is under way in its time
 * @returns how many attempts that were
 */
export async function deliverTo(
  ctx: Ctx,
  post: Post,
  endpointId: string,
  signal?: AbortSignal,
): Promise<number> {
  let attempts = 0;
  for (;;) {
    const due = signal?.aborted ? undefined : await claimDeliveries(ctx.db, endpointId, ctx.now(), AT_ONCE);
    if (!due || due.claims.length === 0) return attempts;
    const { endpoint, claims } = due;
    await Promise.all(claims.map((claim) => attemptDelivery(ctx, post, endpoint, claim)));
    attempts += claims.length;
  }
}

async function attemptDelivery(ctx: Ctx, post: Post, endpoint: EndpointRow, claim: Claim): Promise<void> {
  const at = ctx.now();
  const since = performance.now();
  const reply = await post(composeMessage(endpoint.url, claim, secretsOf(ctx, endpoint, at), at));
  const durationMs = Math.round(performance.now() - since);
  await recordAttempt(ctx, endpoint.id, { claim, at, durationMs, reply }, Math.random());
}

/** The secrets that sign at a moment, the newest first. */
function secretsOf(ctx: Ctx, { id, secret, oldSecret, oldSecretUntil }: EndpointRow, now: Date): Buffer[] {
  const old = oldSecretUntil && oldSecretUntil > now ? oldSecret : null;
  return [secret, old].filter((one) => one !== null).map((sealed) => openSecret(ctx.keys, id, sealed));
}
