import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { canEnter } from './account-access.ts';
import type { ServerAccount } from './server-account.ts';

/** Where the server's account always gets through; used only by root. */
export const SYSTEM_DIR = '/var/lib/assay';

/**
 * The path of the cluster: `dataDir/postgres`, or, where the account cannot pass a parent of it (temporary folders
 * and root's home are 0700), one under /var/lib/assay, named in the pointer file `dataDir/postgres.location`.
 *
 * @throws when a cluster is there already and belongs to another user.
 */
export function placeCluster(dataDir: string, account: ServerAccount): string {
  mkdirSync(dataDir, { recursive: true });
  const path =
    pointedTo(dataDir) ?? (canEnter(account, dataDir) ? join(dataDir, 'postgres') : point(dataDir));
  if (existsSync(path) && statSync(path).uid !== account.uid) {
    const remedy = 'start as the user who made it, or give another folder by DATA_DIR';
    throw new Error(`The database in ${path} belongs to another user than ${account.name}: ${remedy}.`);
  }
  return path;
}

function pointerFile(dataDir: string): string {
  return join(dataDir, 'postgres.location');
}

function pointedTo(dataDir: string): string | undefined {
  const file = pointerFile(dataDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function point(dataDir: string): string {
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  mkdirSync(SYSTEM_DIR, { recursive: true });
  chmodSync(SYSTEM_DIR, 0o755);
  const path = join(SYSTEM_DIR, `postgres-${name}`);
  writeFileSync(pointerFile(dataDir), `${path}\n`);
  return path;
}
