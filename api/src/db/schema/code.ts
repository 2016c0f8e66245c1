import {
  bigint,
  boolean,
  foreignKey,
  integer,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { RANGE_STATES } from '@assay/contract';
import { app, bytea } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';
import { batch } from './batch.ts';
import { organisation } from './organisation.ts';
import { product } from './product.ts';

/**
 * Secrets that issued codes derive from (`packages/serials`), wrapped by a key that the database never holds.
 * `next_index` only ever grows: an index that was given out is never given out again.
 *
 * Questions: "which epochs may this serial come from?" (primary key, all of one product).
 */
export const epoch = app.table(
  'epoch',
  {
    productId: uuid()
      .notNull()
      .references(() => product.id),
    number: integer().notNull(),
    issuerId: uuid()
      .notNull()
      .references(() => organisation.id),
    subject: text().notNull(),
    wrapped: bytea().notNull(),
    state: text({ enum: ['issuing', 'verifying', 'revoked'] }).notNull(),
    nextIndex: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastEntry: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [primaryKey({ columns: [table.productId, table.number] })],
);

/**
 * Runs of issued indexes, first and last included. Issuing makes one, a change of state splits it, nothing is
 * deleted, and an exclusion constraint keeps them from overlapping (migration `ranges_never_overlap`).
 *
 * Questions: "which run holds this index?" (primary key, the last one that begins at or before it).
 */
export const codeRange = app.table(
  'code_range',
  {
    productId: uuid().notNull(),
    epoch: integer().notNull(),
    first: bigint({ mode: 'number' }).notNull(),
    last: bigint({ mode: 'number' }).notNull(),
    batchId: integer().references(() => batch.id),
    state: text({ enum: RANGE_STATES }).notNull(),
    innerCodes: boolean().notNull().default(false),
    lastEntry: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.epoch, table.first] }),
    foreignKey({ columns: [table.productId, table.epoch], foreignColumns: [epoch.productId, epoch.number] }),
  ],
);

/**
 * Serials that makers print by their own systems: 96 bits of an HMAC, never the serial.
 *
 * Questions: "is this serial on file?" (primary key; `tail` is compared by every look-up). No foreign key to the
 * batch: it would cost an index look-up for each of a billion rows, and a batch is never deleted.
 */
export const importedCode = app.table('imported_code', {
  h: bigint({ mode: 'bigint' }).primaryKey(),
  tail: integer().notNull(),
  batch: integer().notNull(),
});

/**
 * What is known of one pack, from its first check on.
 *
 * Questions: "how often and where was this unit checked?" (primary key). `gtin` is the number itself, or minus the
 * product's number; `epoch` is 0 for imported codes, whose `idx` is their `h`. No foreign keys: written by every check.
 */
export const unit = app.table(
  'unit',
  {
    gtin: bigint({ mode: 'number' }).notNull(),
    epoch: smallint().notNull(),
    idx: bigint({ mode: 'bigint' }).notNull(),
    n: integer().notNull(),
    /** How many of `attempts` the last write counted: the newest ones. */
    added: smallint().notNull(),
    /** The last attempts, newest first, numbered downwards from `n`: a retry is not observed again. */
    attempts: bigint({ mode: 'bigint' }).array().notNull(),
    /** One bit a province, by its position in the country pack. */
    provinces: bigint({ mode: 'bigint' }).notNull(),
    firstHour: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.gtin, table.epoch, table.idx] })],
);

/**
 * The scratch code of a unit: when it was first entered rightly, and wrong tries by hour.
 *
 * Questions: "was this pack opened?" and "may one more try be made?" (primary key).
 */
export const innerCodeUse = app.table(
  'inner_code_use',
  {
    gtin: bigint({ mode: 'number' }).notNull(),
    epoch: smallint().notNull(),
    idx: bigint({ mode: 'bigint' }).notNull(),
    openedAt: timestamp({ withTimezone: true }),
    openedBy: bigint({ mode: 'bigint' }),
    wrong: timestamp({ withTimezone: true }).array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.gtin, table.epoch, table.idx] })],
);
