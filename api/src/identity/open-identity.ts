import { hkdfSync, randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Database } from '../db/database.ts';
import * as schema from '../db/schema/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import { letters } from './letters.ts';
import { noteSecondFactor, SECOND_FACTOR_PATHS } from './note-second-factor.ts';

/** Where the routes of accounts begin. */
export const AUTH_PATH = '/v1/auth';

const HOUR_SECONDS = 3_600;
const SESSION_SECONDS = 12 * HOUR_SECONDS;
const SHORTEST_PASSWORD = 12;

export interface IdentityParts {
  db: Database;
  keys: Keys;
  consoleOrigin: string;
  sendMail: Mailer;
}

/**
 * Who somebody is: passwords, second factors, passkeys, sessions, by better-auth and in its tables. What somebody may do
 * is none of its business. Cookies belong to the console's origin alone.
 */
export function openIdentity({ db, keys, consoleOrigin, sendMail }: IdentityParts) {
  return betterAuth({
    appName: 'Assay',
    baseURL: consoleOrigin,
    basePath: AUTH_PATH,
    trustedOrigins: [consoleOrigin],
    secret: Buffer.from(hkdfSync('sha256', keys.tokens.key, '', 'assay/accounts/v1', 32)).toString('hex'),
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: SHORTEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => sendMail(letters.resetPassword(user.email, url)),
      onExistingUserSignUp: ({ user }) => sendMail(letters.alreadyHere(user.email, consoleOrigin)),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: HOUR_SECONDS,
      sendVerificationEmail: ({ user, url }) => sendMail(letters.verifyAddress(user.email, url)),
    },
    session: {
      expiresIn: SESSION_SECONDS,
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
    },
    advanced: {
      cookiePrefix: '__Host-assay',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    plugins: [
      twoFactor({ issuer: 'Assay' }),
      passkey({ rpID: new URL(consoleOrigin).hostname, rpName: 'Assay', origin: consoleOrigin }),
    ],
    hooks: {
      after: createAuthMiddleware(async ({ path, context }) => {
        if (context.returned instanceof Error) return;
        const token = (context.newSession ?? context.session)?.session.token;
        if (SECOND_FACTOR_PATHS.has(path) && token !== undefined) await noteSecondFactor(db, token);
      }),
    },
  });
}

export type Identity = ReturnType<typeof openIdentity>;
