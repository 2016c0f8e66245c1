import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SECRET_BYTES = 16;

/** The file of the one-time secret of the set-up, beside the keys and readable by its owner alone. */
export const setupFile = (keysDir: string) => join(keysDir, 'setup.secret');

/** The secret of the set-up; undefined where none was made. */
export function readSetupSecret(keysDir: string): string | undefined {
  const file = setupFile(keysDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Makes the secret, or leaves the one that is there. @returns its file */
export function makeSetupSecret(keysDir: string): string {
  const file = setupFile(keysDir);
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(SECRET_BYTES).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  return file;
}
