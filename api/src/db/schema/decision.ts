import { bigint, boolean, date, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Localised } from '@assay/contract';
import { app } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';
import { organisation } from './organisation.ts';

export const DECISION_KINDS = ['decision', 'warning', 'maker-report'] as const;
export const TARGET_KINDS = ['gtin', 'lot', 'serial', 'range', 'registration', 'text', 'registrant'] as const;

/**
 * An authority's decision or warning, or a maker's block, against the identity printed on packs: never against a row
 * of the registry, so that goods which nobody registered can be named too (R12).
 *
 * Questions: "what is in force against this GTIN, registration number, text or registrant?" (one index each), "what did
 * this organisation put in force?" (index on it). What has expired stays for its dates to be judged by the reader's clock.
 */
export const decision = app.table(
  'decision',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: DECISION_KINDS }).notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    number: text(),
    caseNumber: text(),
    date: date().notNull(),
    reason: jsonb().$type<Localised>().notNull(),
    target: text({ enum: TARGET_KINDS }).notNull(),
    gtin: text(),
    lot: text(),
    lotFolded: text(),
    serial: text(),
    epoch: integer(),
    first: bigint({ mode: 'number' }),
    last: bigint({ mode: 'number' }),
    registrationFolded: text(),
    textDigest: text(),
    registrantId: uuid().references(() => organisation.id),
    /** A rule: only packs made after, or before, this day. */
    madeAfter: date(),
    madeBefore: date(),
    /** What goods are called that nobody registered. */
    name: text(),
    /** One genuine serial printed on many packs. */
    copied: boolean().notNull().default(false),
    /** Who signed: one officer, or two where the decision covers more than units (R5). */
    signedBy: text().array().notNull(),
    appealUntil: date(),
    /** The last day on which it is in force. */
    until: date(),
    withdrawnAt: timestamp({ withTimezone: true }),
    withdrawnFor: jsonb().$type<Localised>(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastEntry: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [
    index('decision_gtin').on(table.gtin),
    index('decision_registration').on(table.registrationFolded),
    index('decision_text').on(table.textDigest),
    index('decision_registrant').on(table.registrantId),
    index('decision_by').on(table.organisationId),
  ],
);
