import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { paths } from '@assay/contract';
import type { Lease } from '../freshness/index.ts';
import { ProblemError } from '../http/problem-error.ts';

/** `/livez`: the process runs. `/readyz`: checks can be answered at this moment. */
export const healthRoutes: FastifyPluginAsyncTypebox<{
  lease: Lease;
  degraded: () => readonly string[];
}> = async (app, { lease, degraded }) => {
  const schema = {
    summary: 'Whether this process runs',
    tags: ['health'],
    response: { 200: Type.Object({ status: Type.String() }) },
  };
  app.get(paths.livez, { schema }, async () => ({ status: 'alive' }));

  app.get(
    paths.readyz,
    {
      schema: {
        summary: 'Whether checks can be answered at this moment, and what they go on without',
        tags: ['health'],
        response: { 200: Type.Object({ status: Type.String(), degraded: Type.Array(Type.String()) }) },
      },
    },
    async () => {
      if (!lease.valid()) await lease.refresh();
      if (!lease.valid())
        throw new ProblemError('unavailable', { detail: 'PostgreSQL cannot be read', retryAfter: 2 });
      return { status: 'ready', degraded: [...degraded()] };
    },
  );
};
