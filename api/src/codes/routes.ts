import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CodeOrder, CodeRange, paths, Problem } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { issueCodes } from './issue-codes.ts';

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };

/** Serials, by console or by key. */
export const codeRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  app.post(
    paths.codes,
    {
      config: { rule: 'codes.issue' },
      schema: {
        summary: 'Issue serials for a product, of a lot or reserved for one to come',
        tags: ['codes'],
        body: CodeOrder,
        response: { 201: CodeRange, ...problems },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await issueCodes(joined, actor, request.body),
      }));
    },
  );
};
