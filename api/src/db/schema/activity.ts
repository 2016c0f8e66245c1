import { bigint, index, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { JOINT_ACTS } from '@assay/contract';
import { app } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';
import { organisation } from './organisation.ts';

/**
 * Which audit entries concern an organisation, since an entry itself says so only inside its body.
 *
 * Questions: "what was done for it, newest first?" (index on organisation and number).
 */
export const activity = app.table(
  'activity',
  {
    no: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** No foreign key: the entry of an application comes before its organisation. */
    organisationId: uuid().notNull(),
    entryId: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [index('activity_of_organisation').on(table.organisationId, table.no)],
);

/**
 * What one member asked for that takes two. Questions: one by id (primary key), "what waits in this organisation?"
 * (index on organisation and time).
 */
export const approval = app.table(
  'approval',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    act: text({ enum: JOINT_ACTS }).notNull(),
    /** What the verb takes, without who signs. */
    input: jsonb().$type<Record<string, unknown>>().notNull(),
    askedBy: text().notNull(),
    askedByName: text().notNull(),
    askedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    approvedBy: text(),
    lastEntry: uuid()
      .notNull()
      .references(() => auditEntry.id),
  },
  (table) => [index('approval_of_organisation').on(table.organisationId, table.askedAt)],
);
