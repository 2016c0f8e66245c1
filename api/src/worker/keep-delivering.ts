import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Ctx } from '../context.ts';
import { deliverTo, findDue, type Post } from '../webhooks/index.ts';

const POLL_MS = 1000;
/** An endpoint that hangs holds up only itself, as long as not all of these hang. */
const ENDPOINTS_AT_ONCE = 32;

/**
 * Sends webhooks as they become due, each endpoint on its own.
 *
 * @returns ends it, when what is under way has ended
 */
export function keepDelivering(ctx: Ctx, post: Post, logger: Logger): () => Promise<void> {
  const ending = new AbortController();
  const busy = new Map<string, Promise<void>>();

  async function deliver(endpointId: string): Promise<void> {
    try {
      await deliverTo(ctx, post, endpointId, ending.signal);
    } catch (error) {
      logger.warn({ err: error }, 'webhooks could not be sent');
    } finally {
      busy.delete(endpointId);
    }
  }

  async function poll(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        const free = ENDPOINTS_AT_ONCE - busy.size;
        for (const id of await findDue(ctx.db, ctx.now(), [...busy.keys()], free)) busy.set(id, deliver(id));
      } catch (error) {
        logger.warn({ err: error }, 'webhooks could not be looked for');
      }
      await sleep(POLL_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  const polling = poll();
  return async () => {
    ending.abort();
    await polling;
    await Promise.all(busy.values());
  };
}
