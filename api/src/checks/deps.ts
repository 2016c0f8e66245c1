import type { Pool } from 'pg';
import type { SerialKeys } from '@assay/serials';
import type { CountryPack } from '@assay/country';
import type { Config } from '../config/index.ts';
import type { InFlight } from '../http/shed-load.ts';
import type { Lease } from '../freshness/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Observer } from './observer.ts';
import type { Memory } from './open-memory.ts';
import type { RegistrySource } from './registry-source.ts';
import type { Sums } from './sums.ts';
import type { Tally } from './tally.ts';
import type { ToldBefore } from './told-before.ts';

/** What a check needs, built once at the start of the api. */
export interface CheckDeps {
  source: RegistrySource;
  serials: SerialKeys;
  keys: Keys;
  observer: Observer;
  pool: Pool;
  sums: Sums;
  /** What was answered since the start, for whoever watches this process. */
  tally: Tally;
  /** What is remembered of the registry, for whoever watches this process. */
  memory: Pick<Memory, 'remembered' | 'second' | 'secondCounts'>;
  lease: Lease;
  country: CountryPack;
  settings: Config['settings'];
  timeZone: string;
  /** Host, with its port if any, of our own Digital Links. */
  ownHost: string;
  demo: boolean;
  now: () => Date;
  /** The calendar day of the deployment's time zone. */
  today: () => string;
  toldBefore: ToldBefore;
  /** Checks that this process has taken on and not yet answered. */
  inFlight: InFlight;
  /** What checks go on without at this moment. */
  degraded: () => 'redis'[];
  /** Called for what an operator must look at, such as a right code whose range is missing. */
  alarm: (what: string, about: Record<string, unknown>) => void;
}
