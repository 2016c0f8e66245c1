import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import {
  BatchNumber,
  Id,
  ListedProduct,
  NewBatch,
  NewProduct,
  NewRecall,
  paths,
  Problem,
  Suspension,
  Verification,
} from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import type { Ctx } from '../context.ts';
import { openCursors } from '../http/cursor.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { addProduct } from './add-product.ts';
import { listProducts } from './list-products.ts';
import { openBatch } from './open-batch.ts';
import { recallBatch } from './recall-batch.ts';
import { suspendMaker } from './suspend-maker.ts';
import { verifyMaker } from './verify-maker.ts';

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
const byBatch = Type.Object({ batch: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) });
const ById = Type.Object({ id: Id });

/** What makers do with their products and lots, by console or by key, and operators with makers. */
export const registryRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (
  app,
  { ctx, who },
) => {
  const cursors = openCursors(ctx.keys.tokens.key);

  app.get(
    paths.products,
    {
      config: { rule: 'product.read' },
      schema: {
        summary: 'The products of a maker, oldest first',
        tags: ['products'],
        querystring: Type.Object(
          { after: Type.Optional(Type.String({ maxLength: 200 })) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ items: Type.Array(ListedProduct), next: Type.Optional(Type.String()) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = await who.actor(request);
      return listProducts(ctx, actor, { makerId: organisationOf(actor), ...request.query }, cursors);
    },
  );

  app.post(
    paths.products,
    {
      config: { rule: 'product.add' },
      schema: {
        summary: 'List a product',
        tags: ['products'],
        body: NewProduct,
        response: { 201: Type.Object({ id: Id, gtin: Type.Optional(Type.String()) }), ...problems },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => {
        const { id, gtin } = await addProduct(joined, actor, {
          makerId: organisationOf(actor),
          ...request.body,
        });
        return { status: 201, body: gtin === undefined ? { id } : { id, gtin } };
      });
    },
  );

  app.post(
    paths.batches,
    {
      config: { rule: 'batch.open' },
      schema: {
        summary: 'Open a lot',
        tags: ['batches'],
        body: NewBatch,
        response: { 201: Type.Object({ id: BatchNumber }), ...problems },
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
        tags: ['batches'],
        params: byBatch,
        body: NewRecall,
        response: { 200: Type.Object({}), ...problems },
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
    paths.verification(':id'),
    {
      config: { rule: 'maker.verify' },
      schema: {
        summary: 'Confirm a pending maker',
        tags: ['operators'],
        params: ById,
        body: Verification,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      await verifyMaker(ctx, await who.actor(request), { makerId: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );

  app.post(
    paths.suspension(':id'),
    {
      config: { rule: 'maker.suspend' },
      schema: {
        summary: 'Suspend a maker: its answers become unknown at once',
        tags: ['operators'],
        params: ById,
        body: Suspension,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      await suspendMaker(ctx, await who.actor(request), { makerId: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
};
