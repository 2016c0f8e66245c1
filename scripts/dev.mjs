import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { bin, inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/**
 * `npm run dev`: the service from its sources, started again at each change, and the web with hot reload on a port of
 * its own, which hands the service's paths on. Pages that the service renders come from the build at the start.
 */
await main(async (args) => {
  await install();
  await build();
  const codes = await Promise.all([
    run(bin('tsx', 'api'), ['api/src/entry/start.ts', ...args]),
    run(bin('vite', 'web'), [], { cwd: inRoot('web') }),
  ]);
  return codes.find((code) => code !== 0) ?? 0;
});
