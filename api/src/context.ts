import type { KeyScope, Role } from '@assay/contract';
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
  /** The origin of the shoppers' app, without a slash at its end: where Digital Links of ours lead. */
  publicOrigin: string;
  now: () => Date;
}

/** Who asks: it stands in the audit entry of what was done, and `auth/permissions.ts` says what it may do. */
export type Actor =
  /** The service itself: jobs, the demo world. */
  | { kind: 'system'; id: string; name: string }
  /** Who runs the service: at the machine by a command, or a person at the console. */
  | { kind: 'operator'; id: string; name: string; console?: Session }
  | { kind: 'member'; id: string; name: string; organisationId: string; role: Role; console: Session }
  | { kind: 'key'; id: string; name: string; organisationId: string; scopes: readonly KeyScope[] };

/** Who did something, as an audit entry names them. */
export interface Author {
  kind: Actor['kind'];
  id: string;
  name: string;
}

/** How a person came in. */
export interface Session {
  id: string;
  /** When a second factor was last shown; undefined where none was. */
  secondFactorAt: Date | undefined;
}
