import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckRequest } from '@assay/contract';
import { createDatabase, type TestDatabase } from '../test/support/create-database.ts';
import { startRedis, type TestRedis } from '../test/support/redis.ts';
import { GTIN, makeWorld } from '../test/support/world.ts';
import { atTheEnd } from './support/at-the-end.ts';
import { countingProxy, type CountingProxy } from './support/counting-proxy.ts';
import { type Fleet, startFleet } from './support/fleet.ts';
import type { Sent } from './support/load-order.ts';
import { type Loader, startLoader } from './support/loader.ts';
import { report, size } from './support/size.ts';
import { sumUp } from './support/sum-up.ts';

const ROUNDS = size({ small: 1, full: 10 });
const CHECKS = size({ small: 600, full: 2_000 });
const APIS = 3;
/** Longer than it takes to answer all of them. */
const TTL_SECONDS = size({ small: 5, full: 10 });
const HOT: CheckRequest = { text: GTIN.soap, format: 'ean_13' };

describe.each(['without Redis', 'with Redis'])('%s', (how) => {
  const atEnd = atTheEnd();
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let ways: CountingProxy[];
  let fleet: Fleet;
  let loader: Loader;
  beforeAll(async () => {
    database = await createDatabase();
    atEnd(() => database.drop());
    redis = how === 'with Redis' ? await startRedis() : undefined;
    atEnd(() => redis?.close());
    ways = await Promise.all(
      Array.from({ length: APIS }, () => countingProxy(database.appUrl, 'facts-of-gtin')),
    );
    atEnd(() => Promise.all(ways.map((way) => way.close())));
    fleet = await startFleet(database, {
      apis: APIS,
      env: {
        FACTS_TTL_SECONDS: String(TTL_SECONDS),
        QUERY_TIMEOUT_MS: '5000',
        LEASE_QUERY_TIMEOUT_MS: '1000',
        ...(redis ? { REDIS_URL: redis.url } : {}),
      },
      envOf: (index) => ({ DATABASE_URL: ways[index]!.url }),
    });
    atEnd(() => fleet.close());
    await makeWorld(fleet.ctx);
    loader = await startLoader();
    atEnd(() => loader.close());
  }, 120_000);

  const reads = () => ways.map((way) => way.take());

  it(`a product that expires under ${CHECKS} concurrent checks is read once by a process (${ROUNDS} times)`, async () => {
    const all: Sent[] = [];
    let allReads = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await loader.burst({ targets: fleet.apis, scans: [HOT], requests: APIS });
      await sleep(TTL_SECONDS * 1_000);
      reads();
      const sent = await loader.burst({ targets: fleet.apis, scans: [HOT], requests: CHECKS });
      expect(sent.filter(({ status, verdict }) => status !== 503 && verdict !== 'authentic')).toEqual([]);
      const read = reads();
      expect(Math.max(...read)).toBeLessThanOrEqual(1);
      allReads += read.reduce((sum, n) => sum + n, 0);
      all.push(...sent);
    }
    report(
      `${how}, ${ROUNDS} times ${CHECKS} checks of ${APIS} processes: at most one origin read a process, ${allReads} in all`,
      sumUp(all),
    );
  }, 300_000);
});
