import { defineConfig, mergeConfig } from 'vitest/config';
import web from '../web/vite.config.ts';

/** What the api answers; everything else is the web's. */
const API_PATHS =
  '^/(v1|01|u|log|livez|readyz|metrics|openapi\\.json|samples|samples\\.json|\\.well-known)(/|$|\\?)';

const port = Number(process.env['PORT']);

/** The web's own configuration with a server that hands the api's paths to the service on the next port. */
export default defineConfig(async (env) =>
  mergeConfig(await (typeof web === 'function' ? web(env) : web), {
    server: {
      host: process.env['HOST'] ?? '127.0.0.1',
      port,
      strictPort: true,
      proxy: { [API_PATHS]: { target: `http://127.0.0.1:${port + 1}`, xfwd: true } },
    },
  }),
);
