import { join } from 'node:path';
import type { Purpose } from './keys.ts';

/** `serials.key` or `tokens.key`: 64 hexadecimal digits and a line end, readable by its owner alone. */
export function keyFile(dir: string, purpose: Purpose): string {
  return join(dir, `${purpose}.key`);
}
