import './lib/require-node.mjs';
import { main } from './lib/fail.mjs';
import { install } from './lib/install.mjs';
import { bin, inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/**
 * `npm run dev`: the service from its sources, started again at each change, on PORT + 1; and the web with hot reload
 * on PORT, which hands the api's paths on.
 */
await main(async (args) => {
  await install();
  const port = Number(process.env.PORT || 8080);
  const publicOrigin = process.env.PUBLIC_ORIGIN || `http://localhost:${port}`;
  const service = { ...process.env, PORT: String(port + 1), PUBLIC_ORIGIN: publicOrigin };
  const web = { ...process.env, PORT: String(port) };
  const codes = await Promise.all([
    run(bin('tsx', 'api'), ['api/src/entry/start.ts', ...args], { env: service }),
    run(bin('vite', 'web'), ['--config', inRoot('.config', 'vite-dev.ts')], { cwd: inRoot('web'), env: web }),
  ]);
  return codes.find((code) => code !== 0) ?? 0;
});
