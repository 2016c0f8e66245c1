import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Id, paths, Suspension, Verification } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import type { Who } from '../session/index.ts';
import { batchRoutes } from './batch-routes.ts';
import { productRoutes } from './product-routes.ts';
import { suspendMaker } from './suspend-maker.ts';
import { verifyMaker } from './verify-maker.ts';

const ById = Type.Object({ id: Id });

/** What makers do with their products and lots, by console or by key, and operators with makers. */
export const registryRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (
  app,
  { ctx, who },
) => {
  await app.register(productRoutes, { ctx, who });
  await app.register(batchRoutes, { ctx, who });

  app.post(
    paths.verification(':id'),
    {
      config: { rule: 'maker.verify' },
      schema: {
        summary: 'Confirm a pending maker',
        tags: ['operators'],
        params: ById,
        body: Verification,
        response: { 204: Type.Null(), ...PROBLEMS_OF_ROUTES },
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
        response: { 204: Type.Null(), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      await suspendMaker(ctx, await who.actor(request), { makerId: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
};
