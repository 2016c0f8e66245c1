import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Activity, paths } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { openCursors } from '../http/cursor.ts';
import { After, listOf, PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import type { Who } from '../session/index.ts';
import { listActivity } from './list-activity.ts';

/** What was done, for the people of the organisation that it concerns. */
export const activityRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (
  app,
  { ctx, who },
) => {
  const cursors = openCursors(ctx.keys.tokens.key, 'activity');

  app.get(
    paths.activity,
    {
      config: { rule: 'activity.read' },
      schema: {
        summary: 'What was done for an organisation and to it, newest first',
        tags: ['organisations'],
        querystring: Type.Object(After, { additionalProperties: false }),
        response: { 200: listOf(Activity), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => listActivity(ctx, await who.actor(request), request.query, cursors),
  );
};
