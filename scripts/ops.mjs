import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';

await main(async (args) => {
  await install();
  await build();
  return run(process.execPath, ['--enable-source-maps', inRoot('api', 'dist', 'ops.js'), ...args]);
});
