import { integer, jsonb, text } from 'drizzle-orm/pg-core';
import type { Format, Localised, Reason, Verdict } from '@assay/contract';
import { app } from './app-schema.ts';

/** Codes of the demo world to scan from a screen. `text` may hold `{origin}`. Empty in earnest. */
export const demoSample = app.table('demo_sample', {
  position: integer().primaryKey(),
  title: jsonb().$type<Localised>().notNull(),
  text: text().notNull(),
  format: text().$type<Format>().notNull(),
  verdict: text().$type<Verdict>().notNull(),
  reason: text().$type<Reason>().notNull(),
});
