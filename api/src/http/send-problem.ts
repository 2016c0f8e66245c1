import type { FastifyReply } from 'fastify';
import type { ProblemError } from './problem-error.ts';
import { toProblem } from './to-problem.ts';

/** Replies with problem details (RFC 9457). */
export function sendProblem(reply: FastifyReply, error: ProblemError): FastifyReply {
  reply.problem = error.code;
  if (error.more.retryAfter) reply.header('retry-after', error.more.retryAfter);
  return reply
    .code(error.statusCode)
    .headers({ 'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8' })
    .serializer((body: unknown) => JSON.stringify(body))
    .send(toProblem(error));
}
