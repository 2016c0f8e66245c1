import { bigint, date, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Category, Help, Pack } from '@assay/contract';
import { app, bytea } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';
import { organisation } from './organisation.ts';

/** Fields of a digital product passport that no check needs. */
export interface Passport {
  countryOfOrigin?: string;
  manufacturer?: string;
  ingredients?: string;
  storage?: string;
  declaration?: string;
}

/**
 * What a maker registers under one GTIN, or under its own number where there is none.
 *
 * Questions: "which claims exist on this GTIN?" (unique index on gtin and organisation: a pending claim beside a
 * verified one is allowed, twice by one maker is not); "which products carry this registration number?" (index on its
 * folded form); "what does this maker list?" (index on organisation).
 */
export const product = app.table(
  'product',
  {
    id: uuid().primaryKey(),
    /** Stands in for a GTIN in hot tables, as a negative number, where a product has none. */
    no: integer().generatedAlwaysAsIdentity(),
    gtin: text(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    name: text().notNull(),
    brand: text(),
    netContent: text(),
    category: text().$type<Category>().notNull(),
    pack: text().$type<Pack>().notNull(),
    coding: text({ enum: ['unit-codes', 'none', 'barcode-only'] }).notNull(),
    unitCodesSince: date(),
    registrationNumber: text(),
    registrationFolded: text(),
    importer: text(),
    picture: text(),
    markets: text().array(),
    /** From this day on every lot is on file, so a lot that is not there is a contradiction (R13). */
    lotsCompleteSince: date(),
    help: jsonb().$type<Pick<Help, 'whereCode' | 'compare' | 'price'>>().notNull().default({}),
    passport: jsonb().$type<Passport>().notNull().default({}),
    /** HMAC key of imported codes, wrapped; present once codes were imported. */
    importKey: bytea(),
    importedCodes: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastEntry: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [
    uniqueIndex('product_claim').on(table.gtin, table.organisationId),
    uniqueIndex('product_no').on(table.no),
    index('product_registration').on(table.registrationFolded),
    index('product_of_organisation').on(table.organisationId),
  ],
);
