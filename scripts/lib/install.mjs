import { readFileSync } from 'node:fs';
import { Mendable } from './fail.mjs';
import { hashFiles } from './hash-files.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { onceFor } from './stamp.mjs';

/** Installs what the lockfile pins, unless it has not changed since the last time. */
export async function install() {
  const pinned = hashFiles(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']);
  const hash = `${pinned} ${process.platform}-${process.arch}`;
  await onceFor(hash, inRoot('node_modules', '.assay-installed'), async () => {
    process.stdout.write('Installing the packages of the lockfile …\n');
    const code = await pnpm(['install', '--frozen-lockfile', '--config.confirm-modules-purge=false']);
    if (code !== 0) throw new Mendable('The packages could not be installed; the reason stands above.');
  });
}

/** Runs the pnpm that package.json pins, which npx fetches where it is missing. */
function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return run('npx', ['-y', packageManager, ...args]);
}
