import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';

/** Installs and builds, and runs nothing: for an image. */
await main(async () => {
  await install();
  await build();
});
