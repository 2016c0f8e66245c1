import { bigint, integer, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { app } from './app-schema.ts';

/**
 * Checks that touch no unit, as sums: product checks and serials never issued. `gtin` is 0 for products that nobody
 * registered, `province` -1 where no place was given.
 *
 * Questions: "how many checks of this product, where, with which reason, in these hours?" (primary key).
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
  (table) => [primaryKey({ columns: [table.gtin, table.hour, table.province, table.reason] })],
);
