import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { session } from '../db/schema/index.ts';

/** The steps that show something beside the password: a code of the authenticator, a recovery code, a passkey. */
export const SECOND_FACTOR_PATHS: ReadonlySet<string> = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
]);

/** Remembers with the session that a second factor was shown just now, and was the right one. */
export async function noteSecondFactor(db: Database, token: string): Promise<void> {
  await db.update(session).set({ secondFactorAt: new Date() }).where(eq(session.token, token));
}
