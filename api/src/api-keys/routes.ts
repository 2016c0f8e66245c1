import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ApiKey, Id, MadeApiKey, NewApiKey, paths } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { listKeys, type ListedKey } from './list-keys.ts';
import { makeKey } from './make-key.ts';
import { revokeKey } from './revoke-key.ts';

const tags = ['api-keys'];

/** Keys for programs, of the organisation that somebody acts for. */
export const apiKeyRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  app.get(
    paths.apiKeys,
    {
      config: { rule: 'key.list' },
      schema: {
        summary: 'The keys of an organisation',
        tags,
        response: { 200: Type.Object({ items: Type.Array(ApiKey) }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => {
      const actor = await who.actor(request);
      return { items: (await listKeys(ctx, actor, organisationOf(actor))).map(viewOf) };
    },
  );

  app.post(
    paths.apiKeys,
    {
      config: { rule: 'key.make' },
      schema: {
        summary: 'Make a key; it is shown once',
        tags,
        body: NewApiKey,
        response: { 201: MadeApiKey, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const input = { organisationId: organisationOf(actor), ...request.body };
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await makeKey(joined, actor, input),
        secret: true,
      }));
    },
  );

  app.delete(
    paths.apiKey(':id'),
    {
      config: { rule: 'key.revoke' },
      schema: {
        summary: 'End a key at once',
        tags,
        params: Type.Object({ id: Id }),
        response: { 204: Type.Null(), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      await revokeKey(ctx, actor, { organisationId: organisationOf(actor), id: request.params.id });
      return reply.code(204).send(null);
    },
  );
};

function viewOf({ createdAt, expiresAt, revokedAt, usedOn, ...rest }: ListedKey) {
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(revokedAt ? { revokedAt: revokedAt.toISOString() } : {}),
    ...(usedOn ? { usedOn } : {}),
  };
}
