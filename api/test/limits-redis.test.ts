import type { FastifyInstance } from 'fastify';
import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '@assay/contract';
import { type FaultProxy, faultProxy } from '../drills/support/fault-proxy.ts';
import { keepLines } from './support/keep-lines.ts';
import { ask, buildLimited, countAnswered, newAddress } from './support/limited.ts';
import { startRedis, type TestRedis } from './support/redis.ts';
import { startService, type TestService } from './support/service.ts';
import { GTIN, makeWorld } from './support/world.ts';

const SOAP = { text: GTIN.soap, format: 'ean_13' };
const UNKNOWN = { text: GTIN.unknown, format: 'ean_13' };
const CHECKS = 20;
const MISSES = 6;
/** Long enough for a machine that does much else. */
const REDIS_TIMEOUT_MS = 1_000;

const log = keepLines();
let redis: TestRedis;
let way: FaultProxy;
let service: TestService;
let apps: FastifyInstance[];
beforeAll(async () => {
  redis = await startRedis();
  way = await faultProxy(redis.url);
  service = await startService();
  await makeWorld(service.ctx);
  const build = () =>
    buildLimited(
      service,
      { checksAMinute: CHECKS, missesAMinute: MISSES, redisTimeoutMs: REDIS_TIMEOUT_MS },
      { redisUrl: way.url, logger: log.logger },
    );
  apps = [await build(), await build()];
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await service.close();
  await way.close();
  await redis.close();
});
beforeEach(() => untilShared());

/** Waits until both count in Redis: whether they do is known when they try. */
async function untilShared(): Promise<void> {
  await expect
    .poll(
      async () => {
        await Promise.all(apps.map((app) => ask(app, '192.0.2.1', SOAP)));
        return Promise.all(apps.map(missing));
      },
      { timeout: 10_000, interval: 100 },
    )
    .toEqual([[], []]);
}

const missing = async (app: FastifyInstance) =>
  (await app.inject(paths.readyz)).json<{ degraded: string[] }>().degraded;

describe('two processes', () => {
  it('together answer as many checks of an address as one may', async () => {
    const from = newAddress();
    expect(await countAnswered(apps, from, 3 * CHECKS, SOAP)).toBe(CHECKS);
    expect(await countAnswered(apps, newAddress(), CHECKS, SOAP)).toBe(CHECKS);
    for (const app of apps)
      expect((await ask(app, from, SOAP)).headers['ratelimit']).toMatch(/"checks";r=0;/);
  });

  it('together answer as many misses of an address as one may', async () => {
    const from = newAddress();
    expect(await countAnswered(apps, from, CHECKS, UNKNOWN)).toBe(MISSES);
    for (const app of apps) expect((await ask(app, from, SOAP)).statusCode).toBe(429);
  });

  it('count in one window, which ends for both', async () => {
    const build = () =>
      buildLimited(
        service,
        { checksAMinute: 2, redisTimeoutMs: REDIS_TIMEOUT_MS },
        { redisUrl: redis.url, limitWindowMs: 2_000 },
      );
    const quick = [await build(), await build()];
    await expect.poll(() => Promise.all(quick.map(missing))).toEqual([[], []]);
    const from = newAddress();
    expect(await countAnswered(quick, from, 6, SOAP)).toBe(2);
    await expect.poll(() => countAnswered(quick, from, 6, SOAP), { timeout: 10_000, interval: 500 }).toBe(2);
    await Promise.all(quick.map((app) => app.close()));
  });

  it('tell Redis no address, and let it forget within a minute', async () => {
    const from = newAddress();
    await ask(apps[0]!, from, UNKNOWN);
    const client = await createClient({ url: redis.url }).connect();
    const keys = await client.keys('*');
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) {
      expect(key).toMatch(/^assay:limit:[\w-]{22}$/);
      expect(await client.get(key)).toMatch(/^\d+$/);
      const ttl = await client.pTTL(key);
      expect(ttl).toBeGreaterThan(0);
      expect(ttl).toBeLessThanOrEqual(60_000);
    }
    await client.close();
  });
});

describe.each([
  {
    fault: 'frozen',
    begin: async () => redis.signal('SIGSTOP'),
    end: async () => redis.signal('SIGCONT'),
  },
  { fault: 'killed, and back empty', begin: () => redis.kill(), end: () => redis.restart() },
  {
    fault: 'black-holed',
    begin: async () => way.set({ kind: 'black-hole' }),
    end: async () => way.set(undefined),
  },
])('while Redis is $fault', ({ begin, end }) => {
  it('each process counts for itself, and nobody has a fresh start; afterwards they count together', async () => {
    const spent = newAddress();
    await countAnswered([apps[0]!], spent, CHECKS - 2, SOAP);
    log.forget();
    await begin();
    try {
      expect(await countAnswered([apps[0]!], spent, CHECKS, SOAP)).toBe(2);
      expect(await countAnswered(apps, newAddress(), 4 * CHECKS, SOAP)).toBe(2 * CHECKS);
      expect(await countAnswered([apps[1]!], newAddress(), CHECKS, UNKNOWN)).toBe(MISSES);
      expect(await Promise.all(apps.map(missing))).toEqual([['redis'], ['redis']]);
      const told = log.lines().filter(({ level }) => level === 'warn');
      expect(told.map(({ msg }) => msg)).toEqual(
        apps.map(() => 'limits are counted by each process for itself'),
      );
    } finally {
      await end();
    }
    await untilShared();
    expect(await countAnswered(apps, newAddress(), 3 * CHECKS, SOAP)).toBe(CHECKS);
  });
});
