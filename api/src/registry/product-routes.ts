import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import {
  Id,
  ListedProduct,
  Lookup,
  LookupReply,
  NewProduct,
  paths,
  Product,
  ProductChange,
} from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import type { Ctx } from '../context.ts';
import { openCursors } from '../http/cursor.ts';
import { After, listOf, PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { addProduct } from './add-product.ts';
import { changeProduct } from './change-product.ts';
import { listProducts } from './list-products.ts';
import { lookupProducts } from './lookup-products.ts';
import { readProduct } from './read-product.ts';

const tags = ['products'];
const byProduct = Type.Object({ product: Id });

/** What makers list, by console or by key. */
export const productRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  const cursors = openCursors(ctx.keys.tokens.key, 'products');

  app.get(
    paths.products,
    {
      config: { rule: 'product.read' },
      schema: {
        summary: 'The products of a maker, oldest first',
        tags,
        querystring: Type.Object(After, { additionalProperties: false }),
        response: { 200: listOf(ListedProduct), ...PROBLEMS_OF_ROUTES },
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
        tags,
        body: NewProduct,
        response: { 201: Type.Object({ id: Id, gtin: Type.Optional(Type.String()) }), ...PROBLEMS_OF_ROUTES },
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

  app.get(
    paths.product(':product'),
    {
      config: { rule: 'product.read' },
      schema: {
        summary: 'A product with all that its maker said of it',
        tags,
        params: byProduct,
        response: { 200: Product, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => readProduct(ctx, await who.actor(request), request.params.product),
  );

  app.patch(
    paths.product(':product'),
    {
      config: { rule: 'product.change' },
      schema: {
        summary: 'Change what is said of a product',
        tags,
        params: byProduct,
        body: ProductChange,
        response: { 204: Type.Null(), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const { product: productId } = request.params;
      await changeProduct(ctx, await who.actor(request), { productId, ...request.body });
      return reply.code(204).send(null);
    },
  );

  app.post(
    paths.productLookup,
    {
      config: { rule: 'product.lookup' },
      schema: {
        summary: 'What is registered under up to 500 numbers each: no verdict, and nothing is written',
        tags,
        body: Lookup,
        response: { 200: LookupReply, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => lookupProducts(ctx, await who.actor(request), request.body),
  );
};
