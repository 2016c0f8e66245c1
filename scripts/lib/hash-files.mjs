import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.mjs';

const PASSED_OVER = new Set(['node_modules', 'dist', 'e2e', 'test', 'drills', 'bench']);

/** One hash of the names and contents of files and of all files in folders, given by their paths in the repository. */
export function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(inRoot(path)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(inRoot(path))) return [];
  if (statSync(inRoot(path)).isFile()) return [path];
  return readdirSync(inRoot(path))
    .filter((name) => !PASSED_OVER.has(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
