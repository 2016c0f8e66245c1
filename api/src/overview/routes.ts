import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Overview, paths } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import type { Who } from '../session/index.ts';
import { readOverview } from './read-overview.ts';

/** Figures at a glance, for makers. */
export const overviewRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (
  app,
  { ctx, who },
) => {
  app.get(
    paths.overview,
    {
      config: { rule: 'overview.read' },
      schema: {
        summary: 'Checks of the last thirty days, and what should be looked at',
        tags: ['organisations'],
        response: { 200: Overview, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => readOverview(ctx, await who.actor(request)),
  );
};
