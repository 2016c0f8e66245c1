import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Sample } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { makeKeys } from '../../../api/src/keys/index.ts';
import { freePort } from './free-port.ts';

/** The built service with the demo's world, as a phone reaches it. */
export interface DemoService {
  /** Its address, which is also the origin of its Digital Links. */
  url: string;
  samples: readonly Sample[];
  /** The api answers nothing and refuses nothing: connections hang until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Kills the api: connections are refused until `revive`, which does nothing where it runs. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  close(): Promise<void>;
}

const DIST = fileURLToPath(new URL('../../../api/dist/', import.meta.url));

/** No test here is about speed, and a busy machine must not turn answers into "not checked". */
const PATIENT = { QUERY_TIMEOUT_MS: '5000', LEASE_QUERY_TIMEOUT_MS: '1000', LEASE_LENGTH_MS: '1900' };

/** Fills an empty database with the demo's world and serves it on a free port. */
export async function startDemo(database: { ownerUrl: string; appUrl: string }): Promise<DemoService> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-e2e-'));
  const keysDir = join(folder, 'keys');
  makeKeys(keysDir);
  const port = await freePort();
  const env = {
    ...PATIENT,
    PATH: process.env['PATH'],
    PORT: String(port),
    DATA_DIR: folder,
    ASSAY_KEYS: keysDir,
    DATABASE_URL: database.appUrl,
    EMBEDDED_DATABASE: '1',
    DEMO: '1',
    LOG_LEVEL: 'error',
  };
  for (const step of ['migrate', 'seed']) {
    await run('ops', { ...env, DATABASE_OWNER_URL: database.ownerUrl }, [step]);
  }
  const url = `http://localhost:${port}`;
  let api = await startApi(env, url);
  const samples = (await (await fetch(url + paths.samplesJson)).json()) as Sample[];
  return {
    url,
    samples,
    freeze: () => void api.kill('SIGSTOP'),
    thaw: () => void api.kill('SIGCONT'),
    kill: () => killed(api),
    async revive() {
      if (hasEnded(api)) api = await startApi(env, url);
    },
    async close() {
      await killed(api);
      rmSync(folder, { recursive: true });
    },
  };
}

function start(name: 'api' | 'ops', env: NodeJS.ProcessEnv, args: string[] = []): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', join(DIST, 'follow-parent.js'), join(DIST, `${name}.js`), ...args],
    {
      env,
      stdio: ['ignore', name === 'api' ? 'inherit' : 'ignore', 'inherit', 'ipc'],
    },
  );
}

async function run(name: 'ops', env: NodeJS.ProcessEnv, args: string[]): Promise<void> {
  const [code] = (await once(start(name, env, args), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}`);
}

async function startApi(env: NodeJS.ProcessEnv, url: string): Promise<ChildProcess> {
  const api = start('api', env);
  while (!hasEnded(api)) {
    const ready = await fetch(url + paths.readyz).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return api;
    await sleep(50);
  }
  throw new Error(`the api ended with ${api.exitCode}`);
}

async function killed(api: ChildProcess): Promise<void> {
  if (hasEnded(api)) return;
  api.kill('SIGKILL');
  await once(api, 'exit');
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
