import { boolean, index, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { app, bytea } from './app-schema.ts';

/**
 * Requests that were done, under the key that their sender gave them, for two days. Questions: "was this done, and what
 * was said?" (primary key), "which are old?" (index on the time).
 */
export const idempotencyKey = app.table(
  'idempotency_key',
  {
    /** Who sent it: an organisation or a person, so that nobody meets another's key. */
    sender: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path and body. */
    request: bytea().notNull(),
    status: smallint().notNull(),
    body: text().notNull(),
    /** The body holds what is shown once, and stands here sealed, in base64. */
    sealed: boolean().notNull().default(false),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.sender, table.key] }), index('idempotency_key_at').on(table.at)],
);
