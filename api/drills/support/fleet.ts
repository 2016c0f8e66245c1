import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildContext } from '../../src/build-context.ts';
import { loadConfig } from '../../src/config/index.ts';
import type { Ctx } from '../../src/context.ts';
import { makeKeys, matchKeys } from '../../src/keys/index.ts';
import { freePort } from '../../test/support/free-port.ts';
import { type ApiProcess, apiProcess, type ProcessEnvironment } from './api-process.ts';
import { provideBuild } from './built.ts';
import { type Changer, startChanger } from './changer.ts';

/** Api processes on one database, and other processes that change the registry beneath them. */
export interface Fleet extends Pick<Changer, 'change' | 'command'> {
  /** The registry's verbs in this process. */
  ctx: Ctx;
  apis: ApiProcess[];
  close(): Promise<void>;
}

export interface FleetOptions {
  /** How many api processes. */
  apis: number;
  /** Further settings of all of them. */
  env?: ProcessEnvironment;
  /** Further settings of each, such as other ways to the database and to Redis. */
  envOf?: (index: number) => ProcessEnvironment;
  /** Each at an address of its own and all at one port, as behind the name of a service. */
  spread?: boolean;
}

/** A drill asks from one address what a whole country asks from many. */
const NO_LIMITS = { CHECKS_A_MINUTE: '1000000', MISSES_A_MINUTE: '1000000' };

export async function startFleet(
  urls: { ownerUrl: string; appUrl: string },
  { apis: count, env = {}, envOf = () => ({}), spread = false }: FleetOptions,
): Promise<Fleet> {
  provideBuild();
  const folder = mkdtempSync(join(tmpdir(), 'assay-fleet-'));
  const keysDir = join(folder, 'keys');
  const keys = makeKeys(keysDir);
  const owner = new pg.Client(urls.ownerUrl);
  await owner.connect();
  await owner.query('insert into app.deployment (demo) values (false)');
  await matchKeys(owner, keys, { record: true });
  await owner.end();

  const common = {
    DATABASE_URL: urls.appUrl,
    ASSAY_KEYS: keysDir,
    PUBLIC_ORIGIN: 'https://assay.example',
    ...NO_LIMITS,
    ...env,
  };
  const ctx = buildContext(loadConfig(common), keys, urls.appUrl);
  const apis: ApiProcess[] = [];
  const onePort = await freePort();
  for (let index = 0; index < count; index++) {
    const [host, port] = spread ? [`127.0.0.${index + 2}`, onePort] : ['127.0.0.1', await freePort()];
    apis.push(apiProcess(host, port, { ...common, ...envOf(index) }));
  }
  const changer = await startChanger({ ...common, PATH: process.env['PATH'] });
  const fleet: Fleet = {
    ctx,
    apis,
    change: (name, input) => changer.change(name, input),
    command: (name, input) => changer.command(name, input),
    async close() {
      await Promise.all([changer.close(), ...apis.map((api) => api.kill())]);
      await ctx.close();
      rmSync(folder, { recursive: true });
    },
  };
  try {
    await Promise.all(apis.map((api) => api.start()));
  } catch (error) {
    await fleet.close();
    throw error;
  }
  return fleet;
}
