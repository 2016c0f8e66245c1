import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem-error.ts';

export const RETRY_AFTER_SECONDS = 1;
export const TOO_MANY = 'too many ask at once';

/** Requests of one kind that a process has taken on and not yet answered. */
export interface InFlight {
  count: number;
}

/**
 * Refuses at once, before its body is read, what is more than a process can answer soon: a refusal costs little, a queue
 * costs everybody their time.
 *
 * @param inFlight counts the requests of this scope
 * @param isFull whether one more is too many
 */
export function shedLoad(app: FastifyInstance, inFlight: InFlight, isFull: () => boolean): void {
  app.addHook('onRequest', async (_request, reply) => {
    if (isFull()) {
      throw new ProblemError('unavailable', {
        detail: TOO_MANY,
        retryAfter: RETRY_AFTER_SECONDS,
      });
    }
    inFlight.count += 1;
    reply.raw.once('close', () => {
      inFlight.count -= 1;
    });
  });
}
