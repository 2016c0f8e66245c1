import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { keyFile } from './key-file.ts';
import { KeyFault, PURPOSES } from './keys.ts';
import type { Keys, Purpose } from './keys.ts';
import { loadKeys } from './load-keys.ts';

/**
 * Writes keys into the folder (0700, files 0600) and returns them as read from there.
 *
 * @throws KeyFault when one of them is there already: overwriting it would make every code "never issued".
 */
export function writeKeys(dir: string, keys: Record<Purpose, Buffer>): Keys {
  const present = PURPOSES.map((purpose) => keyFile(dir, purpose)).filter((file) => existsSync(file));
  if (present.length > 0)
    throw new KeyFault(`There are keys already, and they are never overwritten: ${present.join(', ')}.`);
  mkdirSync(dirname(dir), { recursive: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (const purpose of PURPOSES) {
    const text = `${keys[purpose].toString('hex')}\n`;
    writeFileSync(keyFile(dir, purpose), text, { flag: 'wx', mode: 0o600 });
  }
  return loadKeys(dir);
}
