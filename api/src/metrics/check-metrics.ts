import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import type { CheckDeps } from '../checks/index.ts';
import { counterAtScrape, gaugeAtScrape, type Sample } from './at-scrape.ts';

/** What runs in this process. It is only read, and only when somebody asks: no check pays for it. */
export interface Running {
  checks: Pick<CheckDeps, 'tally' | 'memory' | 'lease' | 'observer' | 'inFlight'>;
  pools: Record<string, Pool>;
}

/** Checks, memory, freshness, queues and connections. */
export function checkMetrics(register: Registry, { checks, pools }: Running): void {
  const { tally, memory, lease, observer, inFlight } = checks;
  const gauge = (name: string, help: string, read: () => number) =>
    gaugeAtScrape(register, { name, help }, () => [[{}, read()]]);
  const counter = (name: string, help: string, read: () => number) =>
    counterAtScrape(register, { name, help }, () => [[{}, read()]]);

  counterAtScrape(
    register,
    {
      name: 'assay_checks_total',
      help: 'Checks by their answer and the reason that gave it',
      labelNames: ['verdict', 'reason'],
    },
    () => tally.answers().map(({ n, ...labels }) => [labels, n]),
  );
  counter('assay_checks_with_place_total', 'Checks that told a place', () => tally.withPlace);
  gauge(
    'assay_checks_with_place_share',
    'Share of the checks of the last minutes that told a place, NaN where nobody checked',
    () => tally.placeShare() ?? Number.NaN,
  );
  gauge('assay_checks_in_flight', 'Checks taken on and not yet answered', () => inFlight.count);
  counter('assay_alarms_total', 'What an operator must look at; the log says what', () => tally.alarms);

  counterAtScrape(
    register,
    {
      name: 'assay_facts_lookups_total',
      help: 'Look-ups of facts by level of memory; a stale entry is not used',
      labelNames: ['level', 'result'],
    },
    () => lookups(memory),
  );
  const { second } = memory;
  if (second) gauge('assay_redis_up', 'Whether Redis can be asked', () => (second.away ? 0 : 1));
  gauge('assay_lease_age_seconds', 'Time since the clock was last read', () => lease.age() / 1000);
  gauge('assay_lease_valid', 'Whether this process knows how fresh it is', () => (lease.valid() ? 1 : 0));

  gauge('assay_observations_waiting', 'Checks of units that wait to be written', () => observer.depth());
  gaugeAtScrape(
    register,
    {
      name: 'assay_pool_connections',
      help: 'Connections to PostgreSQL',
      labelNames: ['pool', 'state'],
    },
    () => Object.entries(pools).flatMap(([name, pool]) => connections(name, pool)),
  );
  gaugeAtScrape(
    register,
    { name: 'assay_pool_waiting', help: 'Queries that wait for a connection', labelNames: ['pool'] },
    () => Object.entries(pools).map(([pool, { waitingCount }]) => [{ pool }, waitingCount]),
  );
}

function lookups({ remembered, second, secondCounts }: CheckDeps['memory']): Sample[] {
  const { hits, misses } = remembered;
  const { hits: found, stale, misses: absent } = secondCounts;
  return [
    [{ level: 'process', result: 'hit' }, hits],
    [{ level: 'process', result: 'miss' }, misses],
    ...(second
      ? ([
          [{ level: 'redis', result: 'hit' }, found],
          [{ level: 'redis', result: 'stale' }, stale],
          [{ level: 'redis', result: 'miss' }, absent],
        ] as const)
      : []),
  ];
}

function connections(pool: string, { totalCount, idleCount }: Pool): Sample[] {
  return [
    [{ pool, state: 'busy' }, totalCount - idleCount],
    [{ pool, state: 'idle' }, idleCount],
  ];
}
