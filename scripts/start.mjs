import './lib/require-node.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './lib/build.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';

await main(async () => {
  await install();
  await build();
});
if (!process.exitCode) await import(pathToFileURL(inRoot('api', 'dist', 'start.js')).href);
