import type { FastifyBaseLogger } from 'fastify';
import { hkdfSync } from 'node:crypto';
import type { Pool } from 'pg';
import type { Config } from '../config/index.ts';
import { ClockConnection, LastChanges, Lease, Remembered } from '../freshness/index.ts';
import type { Keys } from '../keys/index.ts';
import { SecondLevel } from '../second-level/index.ts';
import type { Facts } from './facts.ts';
import { forgetFacts } from './forget-facts.ts';
import { factsLoader, type LevelCounts } from './load-facts.ts';
import { FACTS_SHAPE } from './read-facts.ts';

/** What this process remembers of the registry, and how long it may vouch for it. */
export interface Memory {
  remembered: Remembered<Facts>;
  lease: Lease;
  /** Absent without Redis. */
  second: SecondLevel | undefined;
  secondCounts: LevelCounts;
  close(): Promise<void>;
}

/** Opens memory, second level and the clock that keeps both fresh. The lease is not yet started. */
export function openMemory(
  { settings, redisUrl, pooled }: Pick<Config, 'settings' | 'redisUrl' | 'pooled'>,
  keys: Keys,
  appUrl: string,
  pool: Pool,
  logger: FastifyBaseLogger,
): Memory {
  const changes = new LastChanges();
  let world = '';
  const second =
    redisUrl === undefined
      ? undefined
      : new SecondLevel({
          url: redisUrl,
          timeoutMs: settings.redisTimeoutMs,
          secret: Buffer.from(hkdfSync('sha256', keys.tokens.key, '', 'assay/second-level/v1', 32)),
          prefix: () => `facts:${world}:${FACTS_SHAPE}`,
          onFailure: (error) => logger.warn({ err: error }, 'Redis is gone on without'),
        });
  const { load, counts } = factsLoader(pool, changes, second);
  const remembered = new Remembered<Facts>({
    load,
    max: settings.factsMax,
    ttlMs: settings.factsTtlSeconds * 1000,
  });
  const clock = new ClockConnection(appUrl, settings.leaseQueryTimeoutMs, pooled);
  const lease = new Lease({
    readClock: (seen) => clock.read(seen),
    onReading(reading, sequel) {
      world = reading.world;
      if (sequel === 'gap') changes.distrustBefore(reading.v);
      changes.note(reading.changed, performance.now());
      forgetFacts(remembered, sequel === 'next' ? reading.changed.map(({ key }) => key) : 'all');
    },
    pollMs: settings.leasePollMs,
    lengthMs: settings.leaseLengthMs,
    onDoubt: (why) => logger.warn({ why }, 'freshness is not known'),
  });
  return {
    remembered,
    lease,
    second,
    secondCounts: counts,
    async close() {
      lease.stop();
      second?.close();
      await clock.close();
    },
  };
}
