import type { CountryPack } from '@assay/country';
import type { SerialKeys } from '@assay/serials';
import type { Config } from './config/config.ts';
import type { Database } from './db/database.ts';
import type { Keys } from './keys/keys.ts';

/** What a verb needs, built once at the start of a process. */
export interface Ctx {
  db: Database;
  keys: Keys;
  serials: SerialKeys;
  settings: Config['settings'];
  country: CountryPack;
  timeZone: string;
  now: () => Date;
}

/** Who asks: it stands in the audit entry of what was done. */
export interface Actor {
  kind: 'operator' | 'organisation' | 'system';
  id: string;
  name: string;
}
