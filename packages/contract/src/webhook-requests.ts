import { Type } from 'typebox';
import { Id } from './organisation.ts';
import { OneOf } from './text.ts';
import { WEBHOOK_TOPICS } from './webhook.ts';

const exact = { additionalProperties: false };
const fields = {
  url: Type.String({ minLength: 1, maxLength: 2000 }),
  topics: Type.Array(OneOf(WEBHOOK_TOPICS), { minItems: 1, maxItems: WEBHOOK_TOPICS.length }),
  description: Type.String({ maxLength: 200 }),
};

/** Body of `POST /v1/webhooks`. */
export const NewWebhook = Type.Object(fields, exact);

/** Body of `PATCH /v1/webhooks/{webhook}`; enabling it also forgets its failures. */
export const WebhookChange = Type.Object(
  { ...Type.Partial(Type.Object(fields)).properties, enabled: Type.Optional(Type.Boolean()) },
  { ...exact, minProperties: 1 },
);

/** The secret is in this reply and never again. */
export const MadeWebhook = Type.Object({ id: Id, secret: Type.String() });

export const WebhookSecret = Type.Object({ secret: Type.String() });
