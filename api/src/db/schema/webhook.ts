import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  DELIVERY_STATES,
  WEBHOOK_EVENTS,
  WEBHOOK_FAILURES,
  WEBHOOK_STATES,
  WEBHOOK_TOPICS,
  type WebhookData,
  type WebhookEvent,
} from '@assay/contract';
import { app, bytea } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';
import { organisation } from './organisation.ts';

/** To the millisecond, as JavaScript knows it: lists are continued after such a moment. */
const moment = () => timestamp({ withTimezone: true, precision: 3 });

/**
 * Where an organisation is told of events. Who removes one keeps the row, without its secrets.
 *
 * Questions: "which endpoints does this organisation have, and who of them wants this event?" (index).
 */
export const webhookEndpoint = app.table(
  'webhook_endpoint',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    url: text().notNull(),
    topics: text({ enum: WEBHOOK_TOPICS }).array().notNull(),
    description: text().notNull(),
    state: text({ enum: WEBHOOK_STATES }).notNull(),
    failingSince: moment(),
    /** Sealed by a key that the database never holds; null once removed. */
    secret: bytea(),
    secretMadeAt: moment().notNull(),
    /** Signs beside the new one until its time is over. */
    oldSecret: bytea(),
    oldSecretUntil: moment(),
    createdAt: moment().notNull(),
    removedAt: moment(),
    lastEntry: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [index('webhook_endpoint_of_organisation').on(table.organisationId)],
);

/**
 * What happened, written in the transaction of the change itself: no event is lost or invented by a crash.
 *
 * Questions: one by id (primary key), "which are past their time?" (index on at).
 */
export const webhookEvent = app.table(
  'webhook_event',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    type: text({ enum: WEBHOOK_EVENTS }).notNull(),
    data: jsonb().$type<WebhookData[WebhookEvent]>().notNull(),
    at: moment().notNull(),
  },
  (table) => [index('webhook_event_at').on(table.at)],
);

/**
 * An event on its way to an endpoint; sending it again makes another row of the same event.
 *
 * Questions: "what is due, and where?" (partial index, of those that wait), "what was sent to this endpoint lately?"
 * (index on endpoint and time), and an event takes its deliveries with it (index on event).
 */
export const webhookDelivery = app.table(
  'webhook_delivery',
  {
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => webhookEvent.id, { onDelete: 'cascade' }),
    endpointId: uuid()
      .notNull()
      .references(() => webhookEndpoint.id),
    state: text({ enum: DELIVERY_STATES }).notNull().default('waiting'),
    /** Begun, not ended: what a killed worker had under way counts. */
    attempts: smallint().notNull().default(0),
    /** While an attempt is under way: when it counts as lost. */
    nextAt: moment().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [
    index('webhook_delivery_due')
      .on(table.endpointId, table.nextAt)
      .where(sql`state = 'waiting'`),
    index('webhook_delivery_of_endpoint').on(table.endpointId, table.createdAt, table.id),
    index('webhook_delivery_of_event').on(table.eventId),
  ],
);

/** How each attempt ended, as far as it did. Of the reply its status alone: bodies may hold anything. */
export const webhookAttempt = app.table(
  'webhook_attempt',
  {
    deliveryId: uuid()
      .notNull()
      .references(() => webhookDelivery.id, { onDelete: 'cascade' }),
    number: smallint().notNull(),
    at: moment().notNull(),
    durationMs: integer().notNull(),
    status: smallint(),
    failure: text({ enum: WEBHOOK_FAILURES }),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.number] })],
);

/** Units whose makers were told that they look copied: once each. Question: "was this one noticed?" (primary key). */
export const suspectedCopy = app.table(
  'suspected_copy',
  {
    gtin: bigint({ mode: 'number' }).notNull(),
    epoch: smallint().notNull(),
    idx: bigint({ mode: 'bigint' }).notNull(),
    noticedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.gtin, table.epoch, table.idx] })],
);
