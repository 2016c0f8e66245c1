import { Mendable } from './fail.mjs';
import { hashFiles } from './hash-files.mjs';
import { bin, inRoot } from './root.mjs';
import { runQuietly } from './run.mjs';
import { onceFor } from './stamp.mjs';

const SHARED = ['packages', 'package.json', 'pnpm-lock.yaml', 'tsconfig.json'];

/** Builds web and api, each only where its sources have changed since the last time. */
export async function build() {
  await Promise.all(['web', 'api'].map(buildPart));
}

/** Builds one part of the workspace, where its sources have changed since the last time. */
export async function buildPart(part) {
  await onceFor(hashFiles([part, ...SHARED]), inRoot(part, 'dist', '.built'), async () => {
    process.stdout.write(`Building ${part} …\n`);
    const { code, output } = await runQuietly(bin('vite', part), ['build'], { cwd: inRoot(part) });
    if (code !== 0) throw new Mendable(`The ${part} could not be built:\n${output}`);
  });
}
