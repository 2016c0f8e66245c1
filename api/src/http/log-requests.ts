import type { FastifyInstance } from 'fastify';
import type { ProblemCode } from '@assay/contract';

declare module 'fastify' {
  interface FastifyReply {
    /** What the reply says instead of an answer. */
    problem: ProblemCode | undefined;
  }
}

/** One line a request: route pattern, status, duration. Never an address, a query, a code or a body (section 14). */
export function logRequests(app: FastifyInstance): void {
  app.decorateReply('problem', undefined);
  app.addHook('onResponse', async (request, reply) => {
    const { problem } = reply;
    request.log.info(
      {
        route: request.routeOptions.url ?? 'none',
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(problem === undefined ? {} : { problem }),
      },
      'request',
    );
  });
}
