import type { FastifyBaseLogger } from 'fastify';
import { vietNam } from '@assay/country';
import { localSerialKeys } from '@assay/serials';
import type { Config } from '../config/index.ts';
import { openPool } from '../db/pool.ts';
import type { Keys } from '../keys/index.ts';
import type { CheckDeps } from './deps.ts';
import { observer } from './observer.ts';
import { openMemory } from './open-memory.ts';
import { registrySource } from './registry-source.ts';
import { calendar } from '../today.ts';
import { Sums } from './sums.ts';
import { Tally } from './tally.ts';
import { ToldBefore } from './told-before.ts';

const CHECK_CONNECTIONS = 8;

export interface RunningChecks {
  deps: CheckDeps;
  /** Writes what is still counted in memory and lets go of the database. */
  close(): Promise<void>;
}

/** Everything that checks need, running: connections, clock, memory, sums. */
export async function startChecks(
  config: Pick<Config, 'settings' | 'timeZone' | 'publicOrigin' | 'demo' | 'redisUrl' | 'pooled'>,
  keys: Keys,
  appUrl: string,
  logger: FastifyBaseLogger,
): Promise<RunningChecks> {
  const { settings } = config;
  const pool = openPool({
    url: appUrl,
    max: CHECK_CONNECTIONS,
    queryTimeoutMs: settings.queryTimeoutMs,
    pooled: config.pooled,
    onLost: (error) => logger.warn({ err: error }, 'a connection was lost'),
  });
  const memory = openMemory(config, keys, appUrl, pool, logger);
  const { lease } = memory;
  const now = () => new Date();
  const sums = new Sums(pool, now, settings.lockTimeoutMs);
  const tally = new Tally();
  await lease.start();
  sums.start(settings.sumsFlushMs, (error) => logger.warn({ err: error }, 'sums are kept for later'));
  const deps: CheckDeps = {
    source: registrySource(pool, memory.remembered),
    serials: localSerialKeys(keys.serials),
    keys,
    observer: observer(pool, settings.lockTimeoutMs),
    pool,
    sums,
    tally,
    memory,
    lease,
    country: vietNam,
    settings,
    timeZone: config.timeZone,
    ownHost: new URL(config.publicOrigin).host,
    demo: config.demo,
    now,
    today: calendar(now, config.timeZone),
    toldBefore: new ToldBefore(),
    inFlight: { count: 0 },
    degraded: () => (memory.second?.away ? ['redis'] : []),
    alarm(what, about) {
      tally.alarms += 1;
      logger.error(about, what);
    },
  };
  return {
    deps,
    async close() {
      lease.stop();
      await sums.stop().catch((error: Error) => logger.error({ err: error }, 'the last sums are lost'));
      await Promise.all([memory.close(), pool.end()]);
    },
  };
}
