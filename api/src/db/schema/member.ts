import { date, index, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { KEY_SCOPES, type KeyScope, ROLES } from '@assay/contract';
import { app, bytea } from './app-schema.ts';
import { auditEntry } from './audit-entry.ts';
import { user } from './auth.ts';
import { organisation } from './organisation.ts';

const lastEntry = () =>
  uuid()
    .notNull()
    .references(() => auditEntry.id);
const ofOrganisation = () =>
  uuid()
    .notNull()
    .references(() => organisation.id);
const moment = () => timestamp({ withTimezone: true });

/**
 * People who act for an organisation. Questions: "who are they?" (primary key), "for whom does this person act?" (index
 * on user). Who leaves keeps the row, with the day: what they did still names them.
 */
export const member = app.table(
  'member',
  {
    organisationId: ofOrganisation(),
    userId: text()
      .notNull()
      .references(() => user.id),
    role: text({ enum: ROLES }).notNull(),
    since: moment().notNull().defaultNow(),
    leftAt: moment(),
    lastEntry: lastEntry(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.userId] }),
    index('member_user').on(table.userId),
  ],
);

/** People who run the service. Question: "is this person one?" (primary key). */
export const operator = app.table('operator', {
  userId: text()
    .primaryKey()
    .references(() => user.id),
  since: moment().notNull().defaultNow(),
  leftAt: moment(),
  lastEntry: lastEntry(),
});

/**
 * Invitations by mail. Questions: "which invitation is this link?" (unique digest), "whom did this organisation invite?"
 * (index). The link itself is never stored.
 */
export const invitation = app.table(
  'invitation',
  {
    id: uuid().primaryKey(),
    organisationId: ofOrganisation(),
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    digest: bytea().notNull(),
    expiresAt: moment().notNull(),
    state: text({ enum: ['open', 'accepted', 'withdrawn'] }).notNull(),
    createdAt: moment().notNull().defaultNow(),
    lastEntry: lastEntry(),
  },
  (table) => [
    uniqueIndex('invitation_digest').on(table.digest),
    index('invitation_of_organisation').on(table.organisationId),
  ],
);

/**
 * Keys for programs. Questions: "whose key is this?" (unique digest), "which keys does this organisation have?" (index).
 * Of the key itself only its SHA-256 and its first characters are kept.
 */
export const apiKey = app.table(
  'api_key',
  {
    id: uuid().primaryKey(),
    organisationId: ofOrganisation(),
    name: text().notNull(),
    /** What a person recognises it by. */
    start: text().notNull(),
    digest: bytea().notNull(),
    scopes: text({ enum: KEY_SCOPES }).array().$type<KeyScope[]>().notNull(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    lastEntry: lastEntry(),
  },
  (table) => [
    uniqueIndex('api_key_digest').on(table.digest),
    index('api_key_of_organisation').on(table.organisationId),
  ],
);

/** The day on which a key was last used; not an act that anybody answers for, so without an entry. */
export const apiKeyUse = app.table('api_key_use', {
  keyId: uuid()
    .primaryKey()
    .references(() => apiKey.id),
  day: date().notNull(),
});
