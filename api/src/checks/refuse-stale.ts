import type { onSendAsyncHookHandler } from 'fastify';
import type { Lease } from '../freshness/index.ts';
import { freshnessNotKnown } from './fresh.ts';

/** R6: an answer that waited too long on its way out is not sent, as data or as a page. */
export function refuseStale(lease: Lease): onSendAsyncHookHandler {
  return async (_request, reply, payload) => {
    if (reply.statusCode === 200 && !lease.valid()) throw freshnessNotKnown();
    return payload;
  };
}
