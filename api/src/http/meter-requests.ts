import type { FastifyInstance } from 'fastify';
import type { ProblemCode } from '@assay/contract';

/** What is told of every request: nothing that was asked, nobody who asked. */
export interface RequestMeter {
  /** @param route the pattern, never the address that was asked for */
  request(route: string, status: number, seconds: number): void;
  /** A reply that was no answer, also to what never reached a route. */
  problem(code: ProblemCode): void;
}

export function meterRequests(app: FastifyInstance, meter: RequestMeter): void {
  app.addHook('onResponse', async (request, reply) => {
    meter.request(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000);
    if (reply.problem !== undefined) meter.problem(reply.problem);
  });
}
