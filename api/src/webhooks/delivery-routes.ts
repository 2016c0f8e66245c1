import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Id, paths, WebhookDelivery } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import { compact } from '../compact.ts';
import type { Ctx } from '../context.ts';
import { openCursors } from '../http/cursor.ts';
import { After, listOf, PROBLEMS_OF_ROUTES } from '../http/route-schemas.ts';
import { once } from '../idempotency/index.ts';
import type { Who } from '../session/index.ts';
import { listDeliveries } from './list-deliveries.ts';
import { resendDelivery } from './resend-delivery.ts';
import { sendTestEvent } from './send-test-event.ts';

const tags = ['webhooks'];
const ByWebhook = Type.Object({ webhook: Id });
const Made = Type.Object({ id: Id });

/** What was sent to a webhook, and to send it again. */
export const deliveryRoutes: FastifyPluginAsyncTypebox<{ ctx: Ctx; who: Who }> = async (
  app,
  { ctx, who },
) => {
  const cursors = openCursors(ctx.keys.tokens.key, 'deliveries');

  app.get(
    paths.webhookDeliveries(':webhook'),
    {
      config: { rule: 'webhook.list' },
      schema: {
        summary: 'What was sent to a webhook in the last thirty days, newest first, with every attempt',
        tags,
        params: ByWebhook,
        querystring: Type.Object(After, { additionalProperties: false }),
        response: { 200: listOf(WebhookDelivery), ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request) => {
      const actor = await who.actor(request);
      const [createdAt, id] = request.query.after === undefined ? [] : cursors.read(request.query.after);
      const { items, next } = await listDeliveries(ctx, actor, {
        organisationId: organisationOf(actor),
        id: request.params.webhook,
        ...(id !== undefined && { after: { createdAt: String(createdAt), id: String(id) } }),
      });
      return compact({ items, next: next && cursors.write([next.createdAt, next.id]) });
    },
  );

  app.post(
    paths.webhookTests(':webhook'),
    {
      config: { rule: 'webhook.send' },
      schema: {
        summary: 'Send a test event to a webhook',
        tags,
        params: ByWebhook,
        response: { 201: Made, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const input = { organisationId: organisationOf(actor), id: request.params.webhook };
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await sendTestEvent(joined, actor, input),
      }));
    },
  );

  app.post(
    paths.webhookResend(':webhook', ':delivery'),
    {
      config: { rule: 'webhook.send' },
      schema: {
        summary: 'Send an event again, under the same webhook-id',
        tags,
        params: Type.Object({ webhook: Id, delivery: Id }),
        response: { 201: Made, ...PROBLEMS_OF_ROUTES },
      },
    },
    async (request, reply) => {
      const actor = await who.actor(request);
      const { webhook: id, delivery: deliveryId } = request.params;
      const input = { organisationId: organisationOf(actor), id, deliveryId };
      return once(ctx, actor, request, reply, async (joined) => ({
        status: 201,
        body: await resendDelivery(joined, actor, input),
      }));
    },
  );
};
