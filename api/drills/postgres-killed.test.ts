import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { startEmbeddedDatabase } from '../src/embedded-database/index.ts';
import { readPostmaster } from '../src/embedded-database/postmaster.ts';
import { openFolder } from '../test/support/open-folder.ts';
import { makeWorld } from '../test/support/world.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { expectExactlyOnce } from './support/exactly-once.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { signalFamily } from './support/freeze.ts';
import { type FreshPack, issuePacks } from './support/issue-packs.ts';
import { type Loader, startLoader } from './support/loader.ts';
import { report, size } from './support/size.ts';
import { sumUp } from './support/sum-up.ts';

const KILLS = size({ small: 2, full: 50 });
const PACKS = 200;
const CONNECTIONS = 32;

const dataDir = openFolder('assay-killed-');
const atEnd = atTheEnd();
let database: Awaited<ReturnType<typeof startEmbeddedDatabase>>;
let fleet: Fleet;
let loader: Loader;
let packs: FreshPack[];
beforeAll(async () => {
  atEnd(() => rmSync(dataDir, { recursive: true }));
  database = await startEmbeddedDatabase({ dataDir, onTrouble: () => undefined });
  atEnd(() => database.stop());
  await migrate(database.ownerUrl);
  fleet = await startFleet(database, { apis: 2 });
  atEnd(() => fleet.close());
  packs = await issuePacks(fleet.ctx, await makeWorld(fleet.ctx), PACKS);
  loader = await startLoader();
  atEnd(() => loader.close());
}, 120_000);

it(`PostgreSQL killed ${KILLS} times under load loses and doubles no check that was answered`, async () => {
  const scans = packs.map(({ scan }) => scan);
  const order = { targets: fleet.apis, scans, connections: CONNECTIONS, pauseMs: 10, persist: true };
  const load = await loader.begin(order);
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(300 + Math.random() * 700);
    killServer(kill % 2 ? 'all of it' : 'its first process');
    await untilReady();
  }
  const sent = await load.stop();
  report(`PostgreSQL killed ${KILLS} times: ${sumUp(sent)}`);
  expect(sent.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  expect(sent.some(({ status }) => status === 503)).toBe(true);
  await expectExactlyOnce(fleet.ctx, packs, sent);
}, 600_000);

/** Without a word to anybody. Left alone, the others of its processes end when they notice. */
function killServer(what: 'all of it' | 'its first process'): void {
  const { pid } = readPostmaster(join(dataDir, 'postgres'))!;
  if (what === 'all of it') signalFamily(pid, 'SIGKILL');
  else process.kill(pid, 'SIGKILL');
}

/** Until each api has the clock of a server that was started since. */
async function untilReady(): Promise<void> {
  const old = readPostmaster(join(dataDir, 'postgres'))?.pid;
  const isNew = () => {
    const server = readPostmaster(join(dataDir, 'postgres'));
    return server !== undefined && server.pid !== old && server.ready;
  };
  await expect.poll(isNew, { timeout: 30_000 }).toBe(true);
  const ready = () =>
    Promise.all(fleet.apis.map(({ origin }) => fetch(`${origin}/readyz`).then(({ ok }) => ok)));
  await expect.poll(ready, { timeout: 30_000 }).toEqual(fleet.apis.map(() => true));
}
