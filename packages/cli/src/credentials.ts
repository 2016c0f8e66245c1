import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Terminal, Usage } from './command.ts';

export interface Credentials {
  origin: string;
  key: string;
}

const fileOf = ({ configDir }: Pick<Terminal, 'configDir'>) => join(configDir, 'credentials.json');

/**
 * Where the service is and the key for it: `ASSAY_ORIGIN` and `ASSAY_API_KEY` come before what `assay login` kept. The key
 * in the file is for the service that it was given for, and is sent to no other.
 *
 * @throws Usage where there is no key
 */
export function readCredentials(terminal: Pick<Terminal, 'configDir' | 'env'>): Credentials {
  const { ASSAY_ORIGIN: origin, ASSAY_API_KEY: key } = terminal.env;
  if (origin && key) return { origin, key };
  const file = fileOf(terminal);
  if (!existsSync(file))
    throw new Usage('you are not signed in: run "assay login ORIGIN", or set ASSAY_ORIGIN and ASSAY_API_KEY');
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  if (origin && !key && new URL(origin).origin !== kept.origin)
    throw new Usage(`the key that is kept is for ${kept.origin}: set ASSAY_API_KEY, or sign in at ${origin}`);
  return { origin: kept.origin, key: key ?? kept.key };
}

/** Keeps them in a file that only this account can read. @returns the file */
export function keepCredentials(terminal: Pick<Terminal, 'configDir'>, credentials: Credentials): string {
  const file = fileOf(terminal);
  mkdirSync(terminal.configDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(credentials, undefined, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}
