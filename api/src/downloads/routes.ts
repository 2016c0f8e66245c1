import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Download, Id, Leak, paths } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { sendFile } from '../http/send-file.ts';
import { once } from '../idempotency/index.ts';
import { inTurn } from '../in-turn.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Who } from '../session/index.ts';
import { listDownloads } from './list-downloads.ts';
import { openDownload } from './open-download.ts';
import { orderRoutes } from './order-routes.ts';
import { organisationOfDownload } from './own-download.ts';
import { reportLeak } from './report-leak.ts';

interface Parts {
  ctx: Ctx;
  who: Who;
  sendMail: Mailer;
}

const tags = ['codes'];
const ByDownload = Type.Object({ download: Id });

/** Codes as files and labels: ordered, fetched, and withdrawn where one leaked. */
export const downloadRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, parts) => {
  const { ctx, who } = parts;
  const drawing = inTurn();
  await app.register(orderRoutes, parts);

  app.get(
    paths.codeDownloads(':run'),
    {
      config: { rule: 'codes.read' },
      schema: {
        summary: 'How codes of a run were handed out, newest first',
        tags,
        params: Type.Object({ run: Id }),
        response: { 200: Type.Object({ items: Type.Array(Download) }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => ({ items: await listDownloads(ctx, await who.actor(request), request.params.run) }),
  );

  app.get(
    paths.download(':download'),
    {
      config: { rule: 'codes.download' },
      schema: {
        summary: 'Fetch an ordered file, within an hour, as who ordered it: text, PDF or SVG',
        description: 'Text comes as gzip to who accepts it. A link followed at the console needs no header.',
        tags,
        params: ByDownload,
        response: PROBLEMS_OF_ROUTES,
      },
    },
    async (request, reply) => {
      const { download } = request.params;
      const actor = await who.actor(request, await organisationOfDownload(ctx, download));
      return sendFile(request, reply, await openDownload(ctx, actor, download, drawing)) as never;
    },
  );

  app.post(
    paths.leak(':download'),
    {
      config: { rule: 'codes.withdraw' },
      schema: {
        summary: 'This file leaked: withdraw all of its codes',
        tags,
        params: ByDownload,
        body: Leak,
        response: { 200: Type.Object({ codes: Type.Integer() }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        const input = { downloadId: request.params.download, ...request.body };
        return { status: 200, body: await reportLeak(joined, actor, input) };
      });
    },
  );
};
