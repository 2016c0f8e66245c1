import { boolean, date, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Localised } from '@assay/contract';
import { app } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';
import { product } from './product.ts';

/**
 * A lot of a product. Recall is a mark on it, with reason and end.
 *
 * Questions: "which lot is this, as read off a pack?" (unique index on product and folded lot); "which lot does this
 * code hang on?" (primary key, four bytes because every imported code repeats it).
 */
export const batch = app.table(
  'batch',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    productId: uuid()
      .notNull()
      .references(() => product.id),
    lot: text().notNull(),
    lotFolded: text().notNull(),
    made: date(),
    expiry: date(),
    /** The codes of the lot count as on the market from this day on. */
    activeFrom: date(),
    /** The maker has listed every unit code of the lot: one that is missing was never printed. */
    listedCompletely: boolean().notNull().default(false),
    /** Its imported serials can be guessed from one another, so a right one proves nothing. */
    guessable: boolean().notNull().default(false),
    recalledOn: date(),
    recallReason: jsonb().$type<Localised>(),
    recallUntil: date(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastEntry: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [uniqueIndex('batch_lot').on(table.productId, table.lotFolded)],
);
