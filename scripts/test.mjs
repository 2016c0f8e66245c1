import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { provideNode24 } from './lib/provide-node-24.mjs';
import { bin, inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { provideSystemPackages } from './lib/system-packages.mjs';

const NODE_24 = '--node24';
const VITEST = ['run', '--config', '.config/vitest.ts'];

/**
 * `npm test [filter…]`: all tests, or those whose file names hold one of the filters. With `--node24` those of the api
 * alone, under the Node of the image.
 */
await main(async (args) => {
  await install();
  await provideSystemPackages();
  const node24 = await provideNode24();
  await build();
  if (!args.includes(NODE_24)) return run(bin('vitest'), [...VITEST, ...args]);
  const filters = args.filter((arg) => arg !== NODE_24);
  return run(node24, [inRoot('node_modules/vitest/vitest.mjs'), ...VITEST, '--project', 'api', ...filters]);
});
