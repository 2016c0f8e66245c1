import { boolean, index, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Who somebody is, kept by better-auth: its tables, in its shape. What somebody may do stands in `member.ts`.
 *
 * Questions: "who has this address?" (unique), "whose session is this token?" (unique), "what belongs to this person?"
 * (index on user), "is this link or challenge known?" (index on identifier). No table knows an address of the network.
 */
const auth = pgSchema('auth');

const moment = () => timestamp({ withTimezone: true });
const ofUser = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

export const user = auth.table('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
  twoFactorEnabled: boolean().default(false),
});

export const session = auth.table(
  'session',
  {
    id: text().primaryKey(),
    expiresAt: moment().notNull(),
    token: text().notNull().unique(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    ipAddress: text(),
    userAgent: text(),
    userId: ofUser(),
    /** When this person last showed a second factor in this session. */
    secondFactorAt: moment(),
  },
  (table) => [index('session_of_user').on(table.userId)],
);

export const account = auth.table(
  'account',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: ofUser(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index('account_of_user').on(table.userId)],
);

export const verification = auth.table(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

export const twoFactor = auth.table(
  'two_factor',
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    userId: ofUser(),
    verified: boolean().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: moment(),
  },
  (table) => [index('two_factor_of_user').on(table.userId)],
);

export const passkey = auth.table(
  'passkey',
  {
    id: text().primaryKey(),
    name: text(),
    publicKey: text().notNull(),
    userId: ofUser(),
    credentialID: text().notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    createdAt: moment().defaultNow(),
    aaguid: text(),
  },
  (table) => [index('passkey_of_user').on(table.userId), index('passkey_credential').on(table.credentialID)],
);
