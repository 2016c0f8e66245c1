import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import {
  BatchNumber,
  CodeOrder,
  CodeRange,
  Id,
  ListedProduct,
  NewBatch,
  NewProduct,
  NewRecall,
  paths,
  Problem,
} from '@assay/contract';
import { issueCodes } from '../codes/index.ts';
import type { Actor } from '../context.ts';
import { openCursors } from '../http/cursor.ts';
import { once } from '../idempotency/index.ts';
import { addProduct, listProducts, openBatch, recallBatch } from '../registry/index.ts';
import type { Accounts } from './open-accounts.ts';

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem };
const byBatch = Type.Object({ batch: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) });

/** What a maker does with its products, lots and codes: by console or by key. */
export const makerRoutes: FastifyPluginAsyncTypebox<Accounts> = async (app, { ctx, who }) => {
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
      return listProducts(ctx, actor, { makerId: makerOf(actor), ...request.query }, cursors);
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
        const { id, gtin } = await addProduct(joined, actor, { makerId: makerOf(actor), ...request.body });
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

/** An operator at the console makes nothing in a maker's name, and the table of permissions says so. */
function makerOf(actor: Actor): string {
  return 'organisationId' in actor ? actor.organisationId : '';
}
