import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import {
  AskedApproval,
  Batch,
  BatchNumber,
  Id,
  NewBatch,
  NewRecall,
  paths,
  RecallLifting,
} from '@assay/contract';
import type { Ctx } from '../context.ts';
import { openCursors } from '../http/cursor.ts';
import { After, listOf, PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { askToLiftRecall } from './ask-to-lift-recall.ts';
import { listBatches } from './list-batches.ts';
import { openBatch } from './open-batch.ts';
import { readBatch } from './read-batch.ts';
import { recallBatch } from './recall-batch.ts';

const tags = ['batches'];
const ByBatch = Type.Object({ batch: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) });

/** Lots, by console or by key. */
export const batchRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  const cursors = openCursors(ctx.keys.tokens.key, 'batches');

  app.get(
    paths.batchesOf(':product'),
    {
      config: { rule: 'product.read' },
      schema: {
        summary: 'The lots of a product, newest first',
        tags,
        params: Type.Object({ product: Id }),
        querystring: Type.Object(After, { additionalProperties: false }),
        response: { 200: listOf(Batch), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => {
      const input = { productId: request.params.product, ...request.query };
      return listBatches(ctx, await who.actor(request), input, cursors);
    },
  );

  app.get(
    paths.batch(':batch'),
    {
      config: { rule: 'product.read' },
      schema: {
        summary: 'A lot',
        tags,
        params: ByBatch,
        response: { 200: Batch, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => readBatch(ctx, await who.actor(request), Number(request.params.batch)),
  );

  app.post(
    paths.batches,
    {
      config: { rule: 'batch.open' },
      schema: {
        summary: 'Open a lot',
        tags,
        body: NewBatch,
        response: { 201: Type.Object({ id: BatchNumber }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await openBatch(joined, actor, request.body),
      }));
    },
  );

  app.post(
    paths.recall(':batch'),
    {
      config: { rule: 'batch.recall' },
      schema: {
        summary: 'Recall a lot, with a public reason',
        tags,
        params: ByBatch,
        body: NewRecall,
        response: { 200: Type.Object({}), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        await recallBatch(joined, actor, { batchId: Number(request.params.batch), ...request.body });
        return { status: 200, body: {} };
      });
    },
  );

  app.post(
    paths.recallLifting(':batch'),
    {
      config: { rule: 'batch.lift-recall' },
      schema: {
        summary: 'Ask for the recall of a lot to be lifted; a second owner approves it',
        tags,
        params: ByBatch,
        body: RecallLifting,
        response: { 202: AskedApproval, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        const order = { batchId: Number(request.params.batch), ...request.body };
        return { status: 202, body: await askToLiftRecall(joined, actor, order) };
      });
    },
  );
};
