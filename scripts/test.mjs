import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { bin } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { provideSystemPackages } from './lib/system-packages.mjs';

/** `npm test [filter…]`: all tests, or those whose file names hold one of the filters. */
await main(async (filters) => {
  await install();
  await provideSystemPackages();
  await build();
  return run(bin('vitest'), ['run', '--config', '.config/vitest.ts', ...filters]);
});
