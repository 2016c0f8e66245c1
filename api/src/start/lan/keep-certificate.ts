import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeCertificate, type Names, serves } from './certificate.ts';

/**
 * The file that holds key and certificate for these names (0600), made where it is missing, for other names or about to
 * end: a phone that was told once to trust it is not asked again.
 */
export async function keepCertificate(dir: string, names: Names, now: Date): Promise<string> {
  const file = join(dir, 'certificate.pem');
  if (existsSync(file) && serves(readFileSync(file, 'utf8'), names, now)) return file;
  mkdirSync(dirname(dir), { recursive: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, await makeCertificate(names, now), { mode: 0o600 });
  renameSync(unfinished, file);
  return file;
}
