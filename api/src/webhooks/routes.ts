import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Id, MadeWebhook, NewWebhook, paths, Webhook, WebhookChange, WebhookSecret } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import type { Ctx } from '../context.ts';
import { PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { addWebhook } from './add-webhook.ts';
import { changeWebhook } from './change-webhook.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { listWebhooks } from './list-webhooks.ts';
import { removeWebhook } from './remove-webhook.ts';
import { rotateSecret } from './rotate-secret.ts';

const tags = ['webhooks'];
const ByWebhook = Type.Object({ webhook: Id });

/** Where an organisation's own systems are told of events. */
export const webhookRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (app, { ctx, who }) => {
  await app.register(deliveryRoutes, { ctx, who });

  app.get(
    paths.webhooks,
    {
      config: { rule: 'webhook.list' },
      schema: {
        summary: 'The webhooks of an organisation, without their secrets',
        tags,
        response: { 200: Type.Object({ items: Type.Array(Webhook) }), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => {
      const actor = await who.actor(request);
      return { items: await listWebhooks(ctx, actor, organisationOf(actor)) };
    },
  );

  app.post(
    paths.webhooks,
    {
      config: { rule: 'webhook.add' },
      schema: {
        summary: 'Add a webhook; its secret is shown once',
        tags,
        body: NewWebhook,
        response: { 201: MadeWebhook, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const input = { organisationId: organisationOf(actor), ...request.body };
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await addWebhook(joined, actor, input),
        secret: true,
      }));
    },
  );

  app.patch(
    paths.webhook(':webhook'),
    {
      config: { rule: 'webhook.change' },
      schema: {
        summary: 'Change a webhook, stop it, or start it again',
        tags,
        params: ByWebhook,
        body: WebhookChange,
        response: { 204: Type.Null(), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const { webhook: id } = request.params;
      await changeWebhook(ctx, actor, { organisationId: organisationOf(actor), id, ...request.body });
      return reply.code(204).send(null);
    },
  );

  app.delete(
    paths.webhook(':webhook'),
    {
      config: { rule: 'webhook.remove' },
      schema: {
        summary: 'End a webhook at once',
        tags,
        params: ByWebhook,
        response: { 204: Type.Null(), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      await removeWebhook(ctx, actor, { organisationId: organisationOf(actor), id: request.params.webhook });
      return reply.code(204).send(null);
    },
  );

  app.post(
    paths.webhookSecret(':webhook'),
    {
      config: { rule: 'webhook.rotate-secret' },
      schema: {
        summary: 'Make a new secret, shown once; for a day the old one signs beside it',
        tags,
        params: ByWebhook,
        response: { 201: WebhookSecret, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const input = { organisationId: organisationOf(actor), id: request.params.webhook };
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await rotateSecret(joined, actor, input),
        secret: true,
      }));
    },
  );
};
