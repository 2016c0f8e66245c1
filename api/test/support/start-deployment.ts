import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../../src/embedded-database/index.ts';
import { ROOT } from './compose.ts';
import { freePort } from './free-port.ts';
import { openFolder } from './open-folder.ts';
import { type Here, type Running, runService, serviceHere, untilDone, untilHealthy } from './run-compose.ts';
import { startProxy, type TestProxy } from './start-proxy.ts';

/** What `docker compose up` starts, as processes of this machine under the Node of the image. */
export interface TestDeployment {
  proxy: TestProxy;
  redis: Running;
  worker: Running;
  apis: Running[];
  /** The folder that the proxy serves, and the one of the secrets. */
  files: string;
  secrets: string;
  /** What the command that makes the keys has printed. */
  madeKeys: string;
  /** Starts a service that runs once, and gives what it prints. */
  run(service: string, ...args: string[]): Promise<string>;
  /** Ends an api in order, gives its exit code, and waits for another one in its place. */
  replace(api: number): Promise<number | null>;
  close(): Promise<void>;
}

/** Every container has an address of its own, and all apis the same port. */
const ADDRESSES = ['127.0.0.2', '127.0.0.3'];

export async function startDeployment(): Promise<TestDeployment> {
  const folder = openFolder('assay-deployment-');
  const inFolder = (name: string) => join(folder, name);
  const [secrets, files] = [inFolder('secrets'), inFolder('files')];
  const scripts = await loadScripts();
  const node = await scripts.provideNode24();
  await scripts.precompress(join(ROOT, 'web/dist/client'), files);
  execFileSync('sh', [join(ROOT, 'api/compose/make-secrets.sh'), secrets], { stdio: 'pipe' });

  const postgres = await startEmbeddedDatabase({ dataDir: inFolder('postgres') });
  const [redisPort, apiPort] = [await freePort(), await freePort()];
  for (const name of ['database_url', 'database_owner_url'])
    replaceIn(join(secrets, name), '@postgres:5432/assay', `@127.0.0.1:${postgres.port}/deployed`);
  replaceIn(join(secrets, 'redis_url'), '@redis:6379', `@127.0.0.1:${redisPort}`);
  createRoles(folder, secrets, postgres.port);

  const instead: Here['instead'] = [
    ['redis-cli ', `redis-cli -p ${redisPort} `],
    ['/tmp/alive', inFolder('alive')],
    ['/keys', join(secrets, 'keys')],
  ];
  const here = { secrets, node, instead };
  const run = (service: string, ...args: string[]) => untilDone(runService(service, here, args));
  const startApi = (address = '') =>
    runService('api', {
      ...here,
      instead: [
        ...instead,
        ['0.0.0.0', address],
        ['127.0.0.1:8080', `${address}:8080`],
        ['8080', String(apiPort)],
      ],
    });

  const madeKeys = await run('keys');
  mkdirSync(inFolder('redis'));
  const alone = ['--port', redisPort, '--bind', '127.0.0.1', '--dir', inFolder('redis')].map(String);
  const redis = runService('redis', here, alone);
  await run('migrate');
  const apis = ADDRESSES.map(startApi);
  const worker = runService('worker', here);
  const { command = [] } = serviceHere('proxy', here);
  const proxy = await startProxy({ command, apiPort, addresses: () => ADDRESSES, files });
  await Promise.all([redis, worker, ...apis].map(untilHealthy));

  return {
    proxy,
    redis,
    worker,
    apis,
    files,
    secrets,
    madeKeys,
    run,
    async replace(index) {
      const code = await apis[index]!.end();
      apis[index] = startApi(ADDRESSES[index]);
      await untilHealthy(apis[index]);
      return code;
    },
    async close() {
      await Promise.all([...apis, worker, redis].map((running) => running.end()));
      await proxy.close();
      await postgres.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Modules of the scripts, which have no types. */
async function loadScripts() {
  const load = (name: string) => import(new URL(`../../../scripts/lib/${name}.mjs`, import.meta.url).href);
  return {
    ...((await load('provide-node-24')) as { provideNode24(): Promise<string> }),
    ...((await load('precompress')) as { precompress(from: string, to: string): Promise<string[]> }),
  };
}

function replaceIn(file: string, there: string, here: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(there)) throw new Error(`${file} does not name ${there}`);
  writeFileSync(file, text.replace(there, here));
}

/** What the image of PostgreSQL runs once, as its superuser. */
function createRoles(folder: string, secrets: string, port: number): void {
  const script = readFileSync(join(ROOT, 'api/compose/create-roles.sh'), 'utf8');
  const { admin } = JSON.parse(readFileSync(join(folder, 'postgres/database.json'), 'utf8')) as {
    admin: string;
  };
  execFileSync('bash', ['-euc', script.replaceAll('/run/secrets', secrets)], {
    env: {
      PATH: process.env['PATH'],
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      PGUSER: 'assay_admin',
      PGPASSWORD: admin,
      PGDATABASE: 'postgres',
    },
    stdio: 'pipe',
  });
}
