import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { buildContext } from '../../src/build-context.ts';
import { loadConfig } from '../../src/config/index.ts';
import type { Ctx } from '../../src/context.ts';
import { makeKeys, matchKeys } from '../../src/keys/index.ts';
import type { VerbDone, VerbOrder } from './run-verbs.ts';

/** An api process of its own on a database, and other processes that change the registry beneath it. */
export interface Deployment {
  ctx: Ctx;
  origin: string;
  api: ChildProcess;
  /** Runs a verb of the operator in a process that stays; resolves with the time of the commit's acknowledgement. */
  change(name: string, input: unknown): Promise<number>;
  /** Runs a verb by the operator's command, a process for each; the time is that of its first word after the commit. */
  command(name: string, input: unknown): Promise<number>;
  close(): Promise<void>;
}

const API = fileURLToPath(new URL('../..', import.meta.url));
const TSX = ['--import', 'tsx'];

export async function deploy(urls: { ownerUrl: string; appUrl: string }): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-drill-'));
  const keysDir = join(folder, 'keys');
  const keys = makeKeys(keysDir);
  const owner = new pg.Client(urls.ownerUrl);
  await owner.connect();
  await owner.query('insert into app.deployment (demo) values (false)');
  await matchKeys(owner, keys, { record: true });
  await owner.end();

  const port = await freePort();
  const env = {
    PATH: process.env['PATH'],
    PORT: String(port),
    DATABASE_URL: urls.appUrl,
    ASSAY_KEYS: keysDir,
    PUBLIC_ORIGIN: 'https://assay.example',
    LOG_LEVEL: 'error',
  };
  const ctx = buildContext(loadConfig(env), keys, urls.appUrl);
  const origin = `http://127.0.0.1:${port}`;
  const api = spawn(process.execPath, [...TSX, 'src/entry/api.ts'], { cwd: API, env, stdio: 'inherit' });
  const changer = fork(join(API, 'drills/support/run-verbs.ts'), { cwd: API, env, execArgv: TSX });
  await Promise.all([untilReady(origin, api), once(changer, 'message')]);

  return {
    ctx,
    origin,
    api,
    async change(name, input) {
      changer.send({ name, input } satisfies VerbOrder);
      const [done] = (await once(changer, 'message')) as [VerbDone];
      if (done.fault) throw new Error(`${name}: ${done.fault}`);
      return done.at;
    },
    async command(name, input) {
      const args = [...TSX, 'src/entry/ops.ts', name, JSON.stringify(input)];
      const child = spawn(process.execPath, args, { cwd: API, env, stdio: ['ignore', 'pipe', 'inherit'] });
      let saidAt: number | undefined;
      child.stdout.on('data', () => void (saidAt ??= Date.now()));
      const [code] = (await once(child, 'close')) as [number];
      if (code !== 0 || saidAt === undefined) throw new Error(`${name} ended with ${code}`);
      return saidAt;
    },
    async close() {
      for (const child of [api, changer]) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await ctx.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function untilReady(origin: string, api: ChildProcess): Promise<void> {
  while (api.exitCode === null) {
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
  throw new Error(`the api ended with ${api.exitCode}`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
