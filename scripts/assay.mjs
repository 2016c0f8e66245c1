import './lib/require-node.mjs';
import { buildPart } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** `npm run --silent assay -- help`: the command of makers, which speaks HTTP only. */
await main(async (args) => {
  await install();
  await buildPart('packages/cli');
  return run(process.execPath, [inRoot('packages', 'cli', 'bin', 'assay.mjs'), ...args]);
});
