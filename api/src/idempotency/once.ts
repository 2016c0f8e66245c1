import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../context.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Person } from '../identity/index.ts';
import { type Outcome, runOnce } from './run-once.ts';

const SHAPE = /^[\x21-\x7e]{8,128}$/;

/**
 * A route that makes something, under the `Idempotency-Key` that its sender must give; a reply that is told again says so
 * by `Idempotent-Replayed`.
 *
 * @throws ProblemError `invalid-request` without a key, and as `runOnce`
 */
export async function once(
  ctx: Ctx,
  sender: Actor | Person,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (ctx: Ctx) => Promise<Outcome>,
): Promise<never> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !SHAPE.test(key)) {
    throw new ProblemError('invalid-request', {
      errors: [
        {
          path: '/headers/idempotency-key',
          message: 'give 8 to 128 characters of your own, new for each order',
        },
      ],
    });
  }
  const { method, url, body } = request;
  const order = { sender: senderOf(sender), key, method, url, body };
  const outcome = await runOnce(ctx, order, work);
  if (outcome.again) reply.header('idempotent-replayed', 'true');
  return reply.code(outcome.status).send(outcome.body) as never;
}

function senderOf(sender: Actor | Person): string {
  return 'organisationId' in sender ? `o:${sender.organisationId}` : `p:${sender.id}`;
}
