import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { DOWNLOAD_KINDS, type FileOrder, type LabelSheetOrder } from '@assay/contract';
import { app } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';
import { epoch } from './code.ts';
import { organisation } from './organisation.ts';

/**
 * Codes that were issued together: never changed, whatever becomes of their ranges. A range never reaches beyond its run.
 *
 * Questions: one by id (primary key), "what was issued, newest first?" of an organisation or of a product (an index
 * each), "which run holds this index?" (unique index).
 */
export const codeRun = app.table(
  'code_run',
  {
    id: uuid().primaryKey(),
    /** Counts up, so that lists have an order. */
    no: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    productId: uuid().notNull(),
    epoch: integer().notNull(),
    first: bigint({ mode: 'number' }).notNull(),
    last: bigint({ mode: 'number' }).notNull(),
    innerCodes: boolean().notNull(),
    issuedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('code_run_first').on(table.productId, table.epoch, table.first),
    index('code_run_of_organisation').on(table.organisationId, table.no),
    index('code_run_of_product').on(table.productId, table.no),
    foreignKey({ columns: [table.productId, table.epoch], foreignColumns: [epoch.productId, epoch.number] }),
  ],
);

/**
 * Codes of a run that were handed out, and the order by which the file is made. Questions: one by id (primary key),
 * "which codes of this run were handed out before?" (index on run).
 */
export const codeDownload = app.table(
  'code_download',
  {
    id: uuid().primaryKey(),
    runId: uuid()
      .notNull()
      .references(() => codeRun.id),
    kind: text({ enum: DOWNLOAD_KINDS }).notNull(),
    first: bigint({ mode: 'number' }).notNull(),
    last: bigint({ mode: 'number' }).notNull(),
    input: jsonb().$type<FileOrder | LabelSheetOrder>().notNull(),
    reason: text(),
    /** The actor's id: a file is for who ordered it. */
    orderedBy: text().notNull(),
    orderedByName: text().notNull(),
    orderedAt: timestamp({ withTimezone: true }).notNull(),
    entryId: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [index('code_download_of_run').on(table.runId)],
);
