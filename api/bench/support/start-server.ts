import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';
import type { CheckRequest } from '@assay/contract';

const API = join(import.meta.dirname, '../..');
const BUILT = join(API, 'node_modules/.cache/bench');

export interface BenchServer {
  origin: string;
  gtin: { soap: string; medicine: string };
  /** Different packs, enough for a round. */
  scans: CheckRequest[];
  end(): Promise<void>;
}

/** Builds the server as the api itself is built: what tsx runs is slower by names that it keeps. */
export async function buildServer(): Promise<void> {
  await build({
    configFile: join(API, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: BUILT, rolldownOptions: { input: { server: join(API, 'bench/server.ts') } } },
  });
}

/** Starts the built server in a process of its own, with the flags that the service is started with. */
export async function startServer(env: Record<string, string> = {}): Promise<BenchServer> {
  const server: ChildProcess = fork(join(BUILT, 'server.js'), {
    execArgv: ['--enable-source-maps'],
    env: { ...process.env, ...env },
  });
  const [ready] = (await once(server, 'message')) as [Omit<BenchServer, 'origin' | 'end'> & { port: number }];
  return {
    ...ready,
    origin: `http://127.0.0.1:${ready.port}`,
    async end() {
      server.send('end');
      await once(server, 'exit');
    },
  };
}
