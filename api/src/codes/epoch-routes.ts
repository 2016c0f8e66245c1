import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Epoch, Id, NewEpoch, paths, Revocation } from '@assay/contract';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { listEpochs } from './list-epochs.ts';
import { revokeEpoch } from './revoke-epoch.ts';
import { rotateEpoch } from './rotate-epoch.ts';

const tags = ['codes'];
const ByProduct = Type.Object({ product: Id });
const ByEpoch = Type.Object({ product: Id, epoch: Type.String({ pattern: '^[1-9][0-9]{0,5}$' }) });

/** The secrets that codes derive from, for a maker who suspects a leak. */
export const epochRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  app.get(
    paths.epochs(':product'),
    {
      config: { rule: 'codes.read' },
      schema: {
        summary: 'The epochs of a product, newest first',
        tags,
        params: ByProduct,
        response: { 200: Type.Object({ items: Type.Array(Epoch) }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => ({ items: await listEpochs(ctx, await who.actor(request), request.params.product) }),
  );

  app.post(
    paths.epochs(':product'),
    {
      config: { rule: 'epoch.rotate' },
      schema: {
        summary: 'Open a new epoch; codes of the old one stay good',
        tags,
        params: ByProduct,
        body: NewEpoch,
        response: { 201: Type.Object({ epoch: Type.Integer() }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await rotateEpoch(joined, actor, { productId: request.params.product, ...request.body }),
      }));
    },
  );

  app.post(
    paths.epochRevocation(':product', ':epoch'),
    {
      config: { rule: 'epoch.revoke' },
      schema: {
        summary: 'Revoke an epoch whose secret leaked: all of its codes become unknown, for good',
        tags,
        params: ByEpoch,
        body: Revocation,
        response: { 200: Type.Object({}), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const { product: productId, epoch } = request.params;
      return once(ctx, actor, request, reply, async (joined) => {
        await revokeEpoch(joined, actor, { productId, epoch: Number(epoch), ...request.body });
        return { status: 200, body: {} };
      });
    },
  );
};
