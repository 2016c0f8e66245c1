import { boolean, text, timestamp } from 'drizzle-orm/pg-core';
import { app } from './app-schema.ts';

/** One row: whether this database is the demo or in earnest. A process with the other setting refuses to start. */
export const deployment = app.table('deployment', {
  one: boolean().primaryKey().default(true),
  demo: boolean().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** Fingerprints of the keys that made the codes in this database: a process with other keys refuses to start. */
export const keyFingerprint = app.table('key_fingerprint', {
  purpose: text().primaryKey(),
  fingerprint: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
