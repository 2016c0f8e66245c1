import { bigint, boolean, index, text, timestamp } from 'drizzle-orm/pg-core';
import { app } from './app-schema.ts';

/** One row: the version of the registry. Its row lock makes the order of commits the order of versions. */
export const registryClock = app.table('registry_clock', {
  one: boolean().primaryKey().default(true),
  v: bigint({ mode: 'number' }).notNull(),
});

/**
 * Which facts each version changed: `g:` GTIN, `o:` organisation, `r:` registration number, `t:` digest of a text.
 *
 * Questions: "what changed after version v?" (index on v). Rows are kept ten minutes.
 */
export const change = app.table(
  'change',
  {
    v: bigint({ mode: 'number' }).notNull(),
    key: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('change_v').on(table.v)],
);
