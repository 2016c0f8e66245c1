import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { FileOrder, Id, LabelSheet, LabelSheetOrder, OrderedDownload, paths } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import { SHEETS } from '../labels/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Who } from '../session/index.ts';
import { orderDownload } from './order-download.ts';

interface Parts {
  ctx: Ctx;
  who: Who;
  sendMail: Mailer;
}

const ByRun = Type.Object({ run: Id });
const response = { 201: OrderedDownload, ...PROBLEMS_OF_ROUTES };
const AGAIN = 'What was handed out before takes a fresh second factor and a reason, and all owners are told.';

/** Orders of files and labels. */
export const orderRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { ctx, who, sendMail }) => {
  app.post(
    paths.codeDownloads(':run'),
    {
      config: { rule: 'codes.download' },
      schema: {
        summary: 'Order a file of issued codes',
        description: AGAIN,
        tags: ['codes'],
        params: ByRun,
        body: FileOrder,
        response,
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const order = { runId: request.params.run, kind: 'file', input: request.body } as const;
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await orderDownload(joined, actor, order, sendMail),
      }));
    },
  );

  app.post(
    paths.codeLabels(':run'),
    {
      config: { rule: 'codes.download' },
      schema: {
        summary: 'Order labels of issued codes: PDF of up to a thousand, or one as SVG',
        description: AGAIN,
        tags: ['codes'],
        params: ByRun,
        body: LabelSheetOrder,
        response,
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const order = { runId: request.params.run, kind: 'labels', input: request.body } as const;
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await orderDownload(joined, actor, order, sendMail),
      }));
    },
  );

  app.get(
    paths.labelSheets,
    {
      config: { rule: 'codes.read' },
      schema: {
        summary: 'Sheets that labels can be ordered on',
        tags: ['codes'],
        response: { 200: Type.Object({ items: Type.Array(LabelSheet) }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => {
      const actor = await who.actor(request);
      requireMay(ctx, actor, 'codes.read', organisationOf(actor));
      return { items: SHEETS.map(({ id, columns, rows, label }) => ({ id, columns, rows, label })) };
    },
  );
};
