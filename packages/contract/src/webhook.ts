import { Type, type Static } from 'typebox';
import { Id } from './organisation.ts';
import { Day, Instant, OneOf } from './text.ts';

/** What a maker's own systems may be told of. Nothing about tips, ever. */
export const WEBHOOK_TOPICS = [
  'code.copy-suspected',
  'decision.published',
  'decision.withdrawn',
  'batch.recalled',
  'batch.recall-lifted',
  'organisation.suspended',
  'organisation.restored',
  'import.finished',
] as const;
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

/** What is sent: the topics, and the test that a member asks for. */
export const WEBHOOK_EVENTS = [...WEBHOOK_TOPICS, 'webhook.test'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** `failing`: an event was given up, later ones are still tried; `disabled`: nothing is sent any more. */
export const WEBHOOK_STATES = ['active', 'failing', 'disabled'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

export const DELIVERY_STATES = ['waiting', 'delivered', 'given-up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt did not deliver. */
export const WEBHOOK_FAILURES = [
  'address-refused',
  'name-not-found',
  'unreachable',
  'certificate',
  'timeout',
  'protocol',
  'redirect',
  'gone',
  'status',
] as const;
export type WebhookFailure = (typeof WEBHOOK_FAILURES)[number];

const Gtin = Type.Union([Type.String(), Type.Null()], {
  description: '14 digits; null for a product without GTIN',
});
const Lot = { batchId: Type.Integer(), productId: Id, gtin: Gtin, lot: Type.String() };
const Accusation = {
  decisionId: Id,
  kind: OneOf(['decision', 'warning', 'maker-report'] as const),
  byId: Id,
  target: Type.String({ description: 'What is named: gtin, lot, serial, range, registration or registrant' }),
  gtin: Gtin,
  lot: Type.Union([Type.String(), Type.Null()]),
  number: Type.Union([Type.String(), Type.Null()], { description: 'The number of the document' }),
};

/** `data` of each event: ids and times, and what it is about. */
export const WebhookData = {
  'code.copy-suspected': Type.Object({
    productId: Id,
    gtin: Gtin,
    unit: Type.Object(
      { epoch: Type.Integer(), index: Type.String() },
      {
        description: 'The unit code by its number; epoch 0 is an imported code',
      },
    ),
    checks: Type.Integer(),
    provinces: Type.Integer(),
  }),
  'decision.published': Type.Object(Accusation),
  'decision.withdrawn': Type.Object(Accusation),
  'batch.recalled': Type.Object({ ...Lot, until: Type.Union([Day, Type.Null()]) }),
  'batch.recall-lifted': Type.Object(Lot),
  'organisation.suspended': Type.Object({ organisationId: Id }),
  'organisation.restored': Type.Object({ organisationId: Id }),
  'import.finished': Type.Object({
    ...Lot,
    accepted: Type.Integer(),
    already: Type.Integer({ description: 'On file in this lot before' }),
    rejected: Type.Integer(),
    guessable: Type.Boolean(),
  }),
  'webhook.test': Type.Object({ webhookId: Id }),
} as const satisfies Record<WebhookEvent, ReturnType<typeof Type.Object>>;
export type WebhookData = { [Event in WebhookEvent]: Static<(typeof WebhookData)[Event]> };

/** Where an organisation is told of events. Its secret is shown once, when it is made. */
export const Webhook = Type.Object({
  id: Id,
  url: Type.String(),
  topics: Type.Array(OneOf(WEBHOOK_TOPICS)),
  description: Type.String(),
  state: OneOf(WEBHOOK_STATES),
  failingSince: Type.Optional(Instant),
  createdAt: Instant,
  secretMadeAt: Instant,
  oldSecretUntil: Type.Optional(Instant),
});
export type Webhook = Static<typeof Webhook>;

export const WebhookAttempt = Type.Object({
  number: Type.Integer(),
  at: Instant,
  durationMs: Type.Integer(),
  status: Type.Optional(Type.Integer({ description: 'Of the reply, where there was one' })),
  failure: Type.Optional(OneOf(WEBHOOK_FAILURES)),
});
export type WebhookAttempt = Static<typeof WebhookAttempt>;

export const WebhookDelivery = Type.Object({
  id: Id,
  eventId: Type.String({
    description: 'The header webhook-id: the same at every attempt and when sent again',
  }),
  event: OneOf(WEBHOOK_EVENTS),
  state: OneOf(DELIVERY_STATES),
  createdAt: Instant,
  nextAt: Type.Optional(Instant),
  attempts: Type.Array(WebhookAttempt),
});
export type WebhookDelivery = Static<typeof WebhookDelivery>;
