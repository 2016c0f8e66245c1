import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { precompress } from './lib/precompress.mjs';
import { inRoot } from './lib/root.mjs';

/** Installs and builds, and runs nothing: for images, that of the proxy with the app's files in their smaller forms. */
await main(async () => {
  await install();
  await build();
  await precompress(inRoot('web', 'dist', 'client'), inRoot('web', 'dist', 'proxy'));
});
