import { vietNam } from '@assay/country';
import { localSerialKeys } from '@assay/serials';
import type { Config } from './config/index.ts';
import type { Ctx } from './context.ts';
import { openDatabase } from './db/database.ts';
import { openPool } from './db/pool.ts';
import type { Keys } from './keys/index.ts';

const REGISTRY_CONNECTIONS = 4;
/** Registry work may be long (an import), unlike a check. */
const REGISTRY_TIMEOUT_MS = 600_000;
const REGISTRY_LOCK_TIMEOUT_MS = 10_000;

/** The context of the registry's verbs. `close` ends its connections. */
export function buildContext(
  config: Pick<Config, 'settings' | 'timeZone' | 'pooled' | 'publicOrigin'>,
  keys: Keys,
  appUrl: string,
  onLost: (error: Error) => void = () => undefined,
): Ctx & { close(): Promise<void> } {
  const pool = openPool({
    url: appUrl,
    max: REGISTRY_CONNECTIONS,
    queryTimeoutMs: REGISTRY_TIMEOUT_MS,
    pooled: config.pooled,
    onLost,
  });
  return {
    db: openDatabase(pool, REGISTRY_LOCK_TIMEOUT_MS),
    keys,
    serials: localSerialKeys(keys.serials),
    settings: config.settings,
    country: vietNam,
    timeZone: config.timeZone,
    publicOrigin: config.publicOrigin,
    now: () => new Date(),
    close: () => pool.end(),
  };
}
