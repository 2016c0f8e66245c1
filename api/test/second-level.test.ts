import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startChecks, type RunningChecks } from '../src/checks/index.ts';
import { recallBatch, suspendMaker } from '../src/registry/index.ts';
import { SecondLevel } from '../src/second-level/index.ts';
import pino from 'pino';
import { loadConfig } from '../src/config/index.ts';
import { startRedis, type TestRedis } from './support/redis.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { GTIN, makeWorld, WORDS, type World } from './support/world.ts';

/** So that a busy machine does not look like a Redis that is away. */
const PATIENT_MS = '5000';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

describe('what processes share in Redis', () => {
  let level: SecondLevel;
  const failures: string[] = [];
  const secret = Buffer.alloc(32, 1);
  const open = (prefix = 'test', timeoutMs = Number(PATIENT_MS)) =>
    new SecondLevel({
      url: redis.url,
      timeoutMs,
      secret,
      prefix: () => prefix,
      onFailure: ({ message }) => failures.push(message),
    });
  beforeEach(async () => {
    level = open();
    await vi.waitUntil(() => !level.away);
  });
  afterEach(() => level.close());

  it('is never written over by an older version, whoever comes last', async () => {
    const other = open();
    await vi.waitUntil(() => !other.away);
    const versions = Array.from({ length: 200 }, (_, v) => v).toSorted(
      (a, b) => ((a * 7919) % 200) - ((b * 7919) % 200),
    );
    await Promise.all(versions.map((v) => (v % 2 ? level : other).write('k', { v, text: `text ${v}` })));
    expect(await level.read('k')).toEqual({ v: 199, text: 'text 199' });
    expect(await other.write('k', { v: 198, text: 'late' })).toBe(false);
    expect(await other.write('k', { v: 199, text: 'the same version again' })).toBe(false);
    expect(await level.read('k')).toEqual({ v: 199, text: 'text 199' });
    other.close();
  });

  it('ends after five minutes, half of what the list of changes goes back', async () => {
    await level.write('short', { v: 1, text: 'x' });
    const client = await createClient({ url: redis.url }).connect();
    const [name] = await client.keys('*short');
    const ttl = await client.pTTL(name!);
    expect(ttl).toBeGreaterThan(290_000);
    expect(ttl).toBeLessThanOrEqual(300_000);
    await client.close();
  });

  it('is not taken when somebody else wrote it, and not by another database', async () => {
    await level.write('mine', { v: 5, text: 'right' });
    const client = await createClient({ url: redis.url }).connect();
    const [name] = await client.keys('*mine');
    const sealed = (await client.get(name!))!;
    await client.set(name!, sealed.replace('right', 'wrong'));
    expect(await level.read('mine')).toBeUndefined();
    await client.set(name!, sealed.replace(/^5 /, '9 '));
    expect(await level.read('mine')).toBeUndefined();
    const other = open('another-database');
    await vi.waitUntil(() => !other.away);
    await client.set(name!.replace('test', 'another-database'), sealed);
    expect(await other.read('mine')).toBeUndefined();
    other.close();
    await client.close();
  });

  it('is gone on without while Redis is frozen, and used again afterwards', async () => {
    await level.write('k2', { v: 1, text: 'before' });
    level.close();
    level = open('test', 50);
    await vi.waitUntil(() => !level.away);
    redis.signal('SIGSTOP');
    expect(await level.read('k2')).toBeUndefined();
    expect(level.away).toBe(true);
    expect(failures.at(-1)).toMatch(/within 50 ms/);
    const asked = Promise.all(Array.from({ length: 100 }, () => level.read('k2')));
    expect(new Set(await asked)).toEqual(new Set([undefined]));
    redis.signal('SIGCONT');
    await expect
      .poll(() => level.read('k2'), { timeout: 10_000, interval: 200 })
      .toEqual({ v: 1, text: 'before' });
    expect(level.away).toBe(false);
  });
});

describe('a process that starts beside another', () => {
  let service: TestService;
  let world: World;
  let second: RunningChecks;
  beforeAll(async () => {
    service = await startService({ env: { REDIS_URL: redis.url, REDIS_TIMEOUT_MS: PATIENT_MS } });
    world = await makeWorld(service.ctx);
    await service.settle();
    await service.check({ text: GTIN.soap, format: 'ean_13' });
    await untilStored(GTIN.soap);
  });
  afterAll(() => service.close());

  /** Another process: nothing remembered, the same Redis. */
  async function startSecond(): Promise<RunningChecks> {
    const config = loadConfig({
      DATABASE_URL: service.database.appUrl,
      ASSAY_KEYS: service.keysDir,
      PUBLIC_ORIGIN: 'https://assay.example',
      REDIS_URL: redis.url,
      REDIS_TIMEOUT_MS: PATIENT_MS,
    });
    const running = await startChecks(
      config,
      service.keys,
      service.database.appUrl,
      pino({ level: 'silent' }),
    );
    await vi.waitUntil(() => running.deps.degraded().length === 0);
    return running;
  }
  afterEach(() => second.close());

  it('takes from Redis what the other has read', async () => {
    second = await startSecond();
    await second.deps.source.about(`g:0${GTIN.soap}`);
    expect(second.deps.memory.secondCounts).toEqual({ hits: 1, stale: 0, misses: 0 });
  });

  it.each([
    ['the product', () => recallBatch(service.ctx, OPERATOR, { batchId: world.lot.id, reason: WORDS })],
    ['its maker', () => suspendMaker(service.ctx, OPERATOR, { makerId: world.maker.id, reason: WORDS })],
  ])('does not take what was read before a change of %s', async (_, change) => {
    await service.check({ text: GTIN.medicine, format: 'ean_13' });
    await untilStored(GTIN.medicine);
    await change();
    second = await startSecond();
    await second.deps.source.about(`g:0${GTIN.medicine}`);
    expect(second.deps.memory.secondCounts).toEqual({ hits: 0, stale: 1, misses: 0 });
    await service.settle();
  });
});

/** Facts are stored behind the answer that they were read for. */
async function untilStored(gtin: string): Promise<void> {
  const client = await createClient({ url: redis.url }).connect();
  await vi.waitUntil(async () => (await client.keys(`*:g:0${gtin}`)).length > 0, { timeout: 10_000 });
  await client.close();
}
