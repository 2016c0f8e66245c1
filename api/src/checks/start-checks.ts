import type { FastifyBaseLogger } from 'fastify';
import { vietNam } from '@assay/country';
import { localSerialKeys } from '@assay/serials';
import type { Config } from '../config/index.ts';
import { openPool } from '../db/pool.ts';
import { ClockConnection, Lease, Remembered } from '../freshness/index.ts';
import type { Keys } from '../keys/index.ts';
import type { CheckDeps } from './deps.ts';
import type { Facts } from './facts.ts';
import { observer } from './observer.ts';
import { readFacts } from './read-facts.ts';
import { registrySource } from './registry-source.ts';
import { calendar } from '../today.ts';
import { Sums } from './sums.ts';
import { ToldBefore } from './told-before.ts';

const CHECK_CONNECTIONS = 8;

export interface RunningChecks {
  deps: CheckDeps;
  /** Writes what is still counted in memory and lets go of the database. */
  close(): Promise<void>;
}

/** Everything that checks need, running: connections, clock, memory, sums. */
export async function startChecks(
  config: Pick<Config, 'settings' | 'timeZone' | 'publicOrigin' | 'demo'>,
  keys: Keys,
  appUrl: string,
  logger: FastifyBaseLogger,
): Promise<RunningChecks> {
  const { settings } = config;
  const pool = openPool({
    url: appUrl,
    max: CHECK_CONNECTIONS,
    queryTimeoutMs: settings.queryTimeoutMs,
    lockTimeoutMs: settings.lockTimeoutMs,
    onLost: (error) => logger.warn({ err: error }, 'a connection was lost'),
  });
  const remembered = new Remembered<Facts>({
    load: (key) => readFacts(pool, key),
    max: settings.factsMax,
    ttlMs: settings.factsTtlSeconds * 1000,
  });
  const clock = new ClockConnection(appUrl, settings.leaseQueryTimeoutMs);
  const lease = new Lease({
    readClock: (seen) => clock.read(seen),
    forget: (changed) => forget(remembered, changed),
    pollMs: settings.leasePollMs,
    lengthMs: settings.leaseLengthMs,
    onDoubt: (why) => logger.warn({ why }, 'freshness is not known'),
  });
  const now = () => new Date();
  const sums = new Sums(pool, now);
  await lease.start();
  sums.start(settings.sumsFlushMs, (error) => logger.warn({ err: error }, 'sums are kept for later'));
  const deps: CheckDeps = {
    source: registrySource(pool, remembered),
    serials: localSerialKeys(keys.serials),
    keys,
    observer: observer(pool),
    pool,
    sums,
    lease,
    country: vietNam,
    settings,
    timeZone: config.timeZone,
    ownHost: new URL(config.publicOrigin).host,
    demo: config.demo,
    now,
    today: calendar(now, config.timeZone),
    toldBefore: new ToldBefore(),
    alarm: (what, about) => logger.error(about, what),
  };
  return {
    deps,
    async close() {
      lease.stop();
      await sums.stop().catch((error: Error) => logger.error({ err: error }, 'the last sums are lost'));
      await Promise.all([clock.close(), pool.end()]);
    },
  };
}

/** A change of an organisation touches the facts of all its products. */
function forget(remembered: Remembered<Facts>, keys: readonly string[] | 'all'): void {
  const organisations =
    keys === 'all' ? [] : keys.filter((key) => key.startsWith('o:')).map((key) => key.slice(2));
  if (organisations.length === 0) return remembered.forget(keys);
  const ids = new Set(organisations);
  remembered.forget(keys, (facts) => facts.registrant !== undefined && ids.has(facts.registrant.id));
}
