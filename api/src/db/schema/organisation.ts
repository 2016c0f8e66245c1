import { date, index, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { Contact, Localised } from '@assay/contract';
import { app } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';

/** Makers who register codes and agencies who decide. Questions: one by id (primary key). */
export const organisation = app.table('organisation', {
  id: uuid().primaryKey(),
  kind: text({ enum: ['maker', 'agency'] }).notNull(),
  /** As registered; an agency's name in both languages stands in `names`. */
  name: text().notNull(),
  names: jsonb().$type<Localised>().notNull(),
  companyNumber: text(),
  status: text({ enum: ['pending', 'verified', 'suspended', 'refused'] }).notNull(),
  verifiedOn: date(),
  verifiedHow: jsonb().$type<Localised>(),
  suspendedOn: date(),
  suspendedFor: jsonb().$type<Localised>(),
  /** Hosts of the maker's own Digital Links (R11), lower case. */
  declaredHosts: text().array().notNull().default([]),
  contacts: jsonb().$type<Contact[]>().notNull().default([]),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  lastEntry: uuid()
    .notNull()
    .references(() => auditEntry.id),
});

/**
 * GS1 company prefixes (or single GTINs) that an organisation claims. Several may claim one, only one proves it.
 *
 * Questions: "who holds the prefix of this GTIN?" is asked with the nine possible lengths of a prefix (unique index on
 * proven prefixes); "what does this organisation hold?" (index on organisation).
 */
export const prefix = app.table(
  'prefix',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** Leading digits of the GTIN-13 form, 4 to 13 of them. */
    digits: text().notNull(),
    state: text({ enum: ['claimed', 'proven'] }).notNull(),
    lastEntry: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [
    uniqueIndex('prefix_proven')
      .on(table.digits)
      .where(sql`state = 'proven'`),
    index('prefix_of_organisation').on(table.organisationId),
  ],
);
