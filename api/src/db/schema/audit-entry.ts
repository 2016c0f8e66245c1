import { date, text, uuid } from 'drizzle-orm/pg-core';
import { app, bytea } from './app-schema.ts';

/**
 * What happened, appended in the transaction of the change and never edited: the service's role may only insert and
 * select. Every mutable table names its `last_entry`, and a trigger refuses an update without a new one.
 *
 * Questions: one entry by id (primary key). The public log takes entries by anti-join, so no order is kept here.
 */
export const auditEntry = app.table('audit_entry', {
  id: uuid().primaryKey(),
  lane: text({ enum: ['fast', 'slow'] }).notNull(),
  kind: text().notNull(),
  day: date().notNull(),
  /** JSON in UTF-8: actor, subject, before, after, reason. Erasure deletes body and salt; the log's leaf stays. */
  body: bytea().notNull(),
  salt: bytea().notNull(),
});
