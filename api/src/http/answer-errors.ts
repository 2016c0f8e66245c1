import type { FastifyInstance } from 'fastify';
import { refuseUnknownRoute } from './refuse-unknown-route.ts';
import { sendProblem } from './send-problem.ts';
import { asProblemError } from './to-problem.ts';

/** Every failure leaves as problem details; only HTTP 200 carries a verdict (R1). */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblemError(error);
    if (problem.code === 'internal')
      request.log.error({ err: error, route: request.routeOptions.url }, 'a mistake');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => refuseUnknownRoute(app, request, reply));
}
