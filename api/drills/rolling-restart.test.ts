import { rmSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { openFolder } from '../test/support/open-folder.ts';
import { startProxy, type TestProxy } from '../test/support/start-proxy.ts';
import { makeWorld } from '../test/support/world.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { expectExactlyOnce } from './support/exactly-once.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import { type FreshPack, issuePacks } from './support/issue-packs.ts';
import { type Loader, startLoader } from './support/loader.ts';
import { report, size } from './support/size.ts';
import { sumUp } from './support/sum-up.ts';

const RESTARTS = size({ small: 1, full: 20 });
const APIS = 3;

const files = openFolder('assay-no-files-');
const atEnd = atTheEnd();
let database: TestDatabase;
let fleet: Fleet;
let proxy: TestProxy;
let loader: Loader;
let packs: FreshPack[];
beforeAll(async () => {
  atEnd(() => rmSync(files, { recursive: true }));
  database = await createDatabase();
  atEnd(() => database.drop());
  fleet = await startFleet(database, {
    apis: APIS,
    spread: true,
    env: {
      QUERY_TIMEOUT_MS: '5000',
      LOCK_TIMEOUT_MS: '4000',
      LEASE_QUERY_TIMEOUT_MS: '1000',
      TRUST_PROXY_HOPS: '1',
    },
  });
  atEnd(() => fleet.close());
  packs = await issuePacks(fleet.ctx, await makeWorld(fleet.ctx), 1_000);
  const addresses = fleet.apis.map(({ host }) => host);
  proxy = await startProxy({ apiPort: fleet.apis[0]!.port, addresses: () => addresses, files });
  atEnd(() => proxy.close());
  loader = await startLoader();
  atEnd(() => loader.close());
}, 120_000);

it(`${RESTARTS} rolling restarts of ${APIS} processes behind the proxy fail no request under load`, async () => {
  const target = { host: 'localhost', port: Number(new URL(proxy.origin).port), ca: proxy.ca };
  const scans = packs.map(({ scan }) => scan);
  const load = await loader.begin({ targets: [target], scans, connections: 16, pauseMs: 10 });
  for (let restart = 0; restart < RESTARTS; restart++) {
    for (const api of fleet.apis) {
      expect(await api.stop()).toBe(0);
      await api.start();
    }
  }
  const sent = await load.stop();
  report(`${RESTARTS} rolling restarts of ${APIS} processes: ${sumUp(sent)}`);
  expect(sent.filter(({ status }) => status !== 200)).toEqual([]);
  await expectExactlyOnce(fleet.ctx, packs, sent);
}, 1_200_000);
