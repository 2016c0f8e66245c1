import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';

/** The passwords of the three roles of an embedded database; `undefined` in a throw-away one, which asks for none. */
export type Passwords = { admin: string; owner: string; app: string } | undefined;

/** Reads `dataDir/database.json` (0600), made with random passwords the first time. */
export function keepPasswords(dataDir: string): NonNullable<Passwords> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'database.json');
  const fresh = { admin: randomPassword(), owner: randomPassword(), app: randomPassword() };
  try {
    writeFileSync(file, `${JSON.stringify(fresh)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const kept: NonNullable<Passwords> = JSON.parse(readFileSync(file, 'utf8'));
  return kept;
}

function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}
