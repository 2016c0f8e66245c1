import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { CodeOrder, CodeRange, CodeRun, Commission, Id, paths, Withdrawal } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { openCursors } from '../http/cursor.ts';
import { After, listOf, PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { commission } from './commission.ts';
import { epochRoutes } from './epoch-routes.ts';
import { issueCodes } from './issue-codes.ts';
import { listRuns, readRun } from './list-runs.ts';
import { takeOffMarket } from './take-off-market.ts';

const tags = ['codes'];

/** Serials, by console or by key. */
export const codeRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  const cursors = openCursors(ctx.keys.tokens.key, 'codes');
  await app.register(epochRoutes, { ctx, who });

  app.post(
    paths.codes,
    {
      config: { rule: 'codes.issue' },
      schema: {
        summary: 'Issue serials for a product, of a lot or reserved for one to come',
        tags,
        body: CodeOrder,
        response: { 201: CodeRange, ...PROBLEMS_OF_ROUTES },
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

  app.get(
    paths.codes,
    {
      config: { rule: 'codes.read' },
      schema: {
        summary: 'Serials as they were issued, newest first, and what has become of them',
        tags,
        querystring: Type.Object({ productId: Type.Optional(Id), ...After }, { additionalProperties: false }),
        response: { 200: listOf(CodeRun), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => listRuns(ctx, await who.actor(request), request.query, cursors),
  );

  app.get(
    paths.codeRun(':run'),
    {
      config: { rule: 'codes.read' },
      schema: {
        summary: 'Serials that were issued together',
        tags,
        params: Type.Object({ run: Id }),
        response: { 200: CodeRun, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => readRun(ctx, await who.actor(request), request.params.run),
  );

  app.post(
    paths.codeCommissions,
    {
      config: { rule: 'codes.commission' },
      schema: {
        summary: 'Put reserved codes into a lot; sent twice it changes nothing the second time',
        tags,
        body: Commission,
        response: { 200: Type.Object({}), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        await commission(joined, actor, request.body);
        return { status: 200, body: {} };
      });
    },
  );

  app.post(
    paths.codeWithdrawals,
    {
      config: { rule: 'codes.withdraw' },
      schema: {
        summary: 'Take codes off the market: withdrawn, exported, or destroyed as spoilt labels are',
        tags,
        body: Withdrawal,
        response: { 200: Type.Object({}), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        await takeOffMarket(joined, actor, request.body);
        return { status: 200, body: {} };
      });
    },
  );
};
