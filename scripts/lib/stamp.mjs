import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Does `work` unless the stamp file says that it was done for this very hash. Only success is stamped. */
export async function onceFor(hash, stampFile, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}
