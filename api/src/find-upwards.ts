import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The nearest folder of this name at or above this file: source and bundle lie at different depths.
 *
 * @throws Error when there is none
 */
export function findUpwards(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, name);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${name} is missing: build it, or put it beside the api`);
    folder = parent;
  }
}
