import type { FastifyInstance, FastifyReply, HTTPMethods } from 'fastify';
import { ProblemError } from './problem-error.ts';
import { asProblemError, toProblem } from './to-problem.ts';

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/** Every failure leaves as problem details; only HTTP 200 carries a verdict (R1). */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblemError(error);
    if (problem.code === 'internal')
      request.log.error({ err: error, route: request.routeOptions.url }, 'a mistake');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const allowed = METHODS.filter((method) => app.findRoute({ method, url: path }) !== null);
    if (allowed.length) {
      reply.header('allow', allowed.join(', '));
      return sendProblem(reply, new ProblemError('method-not-allowed'));
    }
    return sendProblem(reply, new ProblemError('not-found'));
  });
}

export function sendProblem(reply: FastifyReply, error: ProblemError): FastifyReply {
  if (error.more.retryAfter) reply.header('retry-after', error.more.retryAfter);
  return reply
    .code(error.statusCode)
    .headers({ 'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8' })
    .serializer((body: unknown) => JSON.stringify(body))
    .send(toProblem(error));
}
