import {
  bigint,
  date,
  index,
  integer,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { app } from './app-schema.ts';
import { organisation } from './organisation.ts';

/**
 * Checks that touch no unit, as sums: product checks and serials never issued. `gtin` is 0 for products that nobody
 * registered, `province` -1 where no place was given.
 *
 * Questions: "how many checks of this product, where, with which reason, in these hours?" (primary key), "all of
 * this hour" (index).
 */
export const checkSum = app.table(
  'check_sum',
  {
    gtin: bigint({ mode: 'number' }).notNull(),
    hour: timestamp({ withTimezone: true }).notNull(),
    province: smallint().notNull(),
    reason: text().notNull(),
    n: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.gtin, table.hour, table.province, table.reason] }),
    index('check_sum_hour').on(table.hour),
  ],
);

/**
 * Checks of a verified maker's products by calendar day and province, summed up by the worker: a dashboard reads a few
 * rows, however much is checked. `province` is -1 where no place was given.
 *
 * Questions: "how many checks of this maker's products, when and where?" (primary key).
 */
export const checkDay = app.table(
  'check_day',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    day: date().notNull(),
    province: smallint().notNull(),
    n: bigint({ mode: 'number' }).notNull(),
    /** Of them, checks of unit codes, and of those the first of their pack. */
    units: bigint({ mode: 'number' }).notNull(),
    firsts: bigint({ mode: 'number' }).notNull(),
    summedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.day, table.province] })],
);
