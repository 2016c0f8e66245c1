import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from './keys.ts';
import type { Keys } from './keys.ts';
import { writeKeys } from './write-keys.ts';

/**
 * Makes new keys in the folder and returns them.
 *
 * @throws KeyFault when one of them is there already
 */
export function makeKeys(dir: string): Keys {
  return writeKeys(dir, { serials: randomBytes(KEY_BYTES), tokens: randomBytes(KEY_BYTES) });
}
