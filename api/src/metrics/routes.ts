import type { FastifyPluginAsync } from 'fastify';
import { paths } from '@assay/contract';
import { ProblemError } from '../http/problem-error.ts';
import { mayRead } from './may-read.ts';
import type { Metrics } from './open-metrics.ts';

export interface MetricsParts {
  metrics: Metrics;
  token: string | undefined;
}

/** `/metrics`; for whoever may not read them there is nothing here. */
export const metricsRoutes: FastifyPluginAsync<MetricsParts> = async (app, { metrics, token }) => {
  app.get(paths.metrics, { schema: { hide: true } }, async ({ raw, headers }, reply) => {
    if (!mayRead({ socketAddress: raw.socket.remoteAddress, headers }, token))
      throw new ProblemError('not-found');
    return reply.type(metrics.contentType).send(await metrics.read());
  });
};
