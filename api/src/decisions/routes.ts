import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Approval, AskedApproval, CodeReport, Id, paths, Report } from '@assay/contract';
import { listApprovals } from '../approvals/index.ts';
import type { Ctx } from '../context.ts';
import { openCursors } from '../http/cursor.ts';
import { After, listOf, PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { approve } from './approve.ts';
import { askToReport } from './ask-to-report.ts';
import { listReports } from './list-reports.ts';

/** Makers block stolen or leaked codes of their own. */
export const reportRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  const cursors = openCursors(ctx.keys.tokens.key, 'reports');

  app.post(
    paths.codeReports,
    {
      config: { rule: 'codes.report' },
      schema: {
        summary: 'Block stolen or leaked codes for 30 days; more than a hundred wait for a second member',
        tags: ['codes'],
        body: CodeReport,
        response: {
          201: Type.Object({ ids: Type.Array(Id) }),
          202: AskedApproval,
          ...PROBLEMS_OF_ROUTES,
        },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        const body = await askToReport(joined, actor, request.body);
        return { status: 'ids' in body ? 201 : 202, body };
      });
    },
  );

  app.get(
    paths.codeReports,
    {
      config: { rule: 'codes.read' },
      schema: {
        summary: 'What a maker blocked, in force or not, newest first',
        tags: ['codes'],
        querystring: Type.Object(After, { additionalProperties: false }),
        response: { 200: listOf(Report), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => listReports(ctx, await who.actor(request), request.query, cursors),
  );
};

/** What takes two members. */
export const approvalRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (
  app,
  { ctx, who },
) => {
  app.get(
    paths.approvals,
    {
      config: { rule: 'approval.list' },
      schema: {
        summary: 'What waits for a second member',
        tags: ['organisations'],
        response: { 200: Type.Object({ items: Type.Array(Approval) }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => ({ items: await listApprovals(ctx, await who.actor(request)) }),
  );

  app.post(
    paths.approval(':approval'),
    {
      config: { rule: 'approval.give' },
      schema: {
        summary: 'Approve, as a second member, what another one asked for: it is done at once',
        tags: ['organisations'],
        params: Type.Object({ approval: Id }),
        response: { 200: Type.Object({}), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        await approve(joined, actor, request.params.approval);
        return { status: 200, body: {} };
      });
    },
  );
};
