import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { bin } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { provideSystemPackages } from './lib/system-packages.mjs';

/** `npm run screens`: saves pictures of the screens under docs/screens. */
await main(async (args) => {
  await install();
  await provideSystemPackages();
  await build();
  return run(bin('tsx', 'api'), ['web/e2e/screens.ts', ...args]);
});
