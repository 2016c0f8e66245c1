import { readFileSync } from 'node:fs';
import { Mendable } from './fail.mjs';
import { hashFiles } from './hash-files.mjs';
import { inRoot } from './root.mjs';
import { runQuietly } from './run.mjs';
import { onceFor } from './stamp.mjs';

/** Nothing here needs the install script of a dependency, so none runs. */
const NO_SCRIPTS = ['--ignore-scripts'];
const NO_QUESTIONS = ['--config.confirm-modules-purge=false'];

/** Installs what the lockfile pins, unless it has not changed since the last time. */
export async function install() {
  const pinned = hashFiles(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']);
  const hash = `${pinned} ${process.platform}-${process.arch}`;
  await onceFor(hash, inRoot('node_modules', '.assay-installed'), async () => {
    process.stdout.write('Installing the packages of the lockfile, a minute or two the first time …\n');
    const { code, output } = await pnpm(['install', '--frozen-lockfile', ...NO_SCRIPTS, ...NO_QUESTIONS]);
    if (code !== 0) throw new Mendable(`The packages could not be installed:\n${output}`);
  });
}

/** Runs the pnpm that package.json pins, which npx fetches where it is missing. */
function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return runQuietly('npx', ['-y', packageManager, ...args]);
}
