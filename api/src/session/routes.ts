import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { paths, Problem, SessionView } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { readSession } from './read-session.ts';
import type { Who } from './who-asks.ts';

/** `GET /v1/session`: who is signed in, and for whom they act. */
export const sessionRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  app.get(
    paths.session,
    {
      config: { rule: 'person' },
      schema: {
        summary: 'Who is signed in, and for whom they act',
        tags: ['accounts'],
        response: { 200: SessionView, 401: Problem },
      },
    },
    async (request) => readSession(ctx, await who.person(request)),
  );
};
