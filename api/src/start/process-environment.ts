import type { Config, Environment } from '../config/index.ts';
import type { OpenDatabase } from './open-database.ts';

/**
 * The environments of our processes: ours, and what we decided. Only `ops`, which migrates, learns the owner's address.
 */
export function processEnvironments(
  env: Environment,
  config: Config,
  database: OpenDatabase,
): { service: Environment; ops: Environment } {
  const { DATABASE_OWNER_URL: _, ...inherited } = env;
  const service = {
    ...inherited,
    HOST: config.host,
    PORT: String(config.port),
    DATA_DIR: config.dataDir,
    ASSAY_KEYS: config.keysDir,
    DATABASE_URL: database.appUrl,
    DEMO: config.demo ? '1' : '0',
    LOG_LEVEL: env['LOG_LEVEL'] || 'warn',
    ...(database.embedded ? { EMBEDDED_DATABASE: '1' } : {}),
  };
  return {
    service,
    ops: { ...service, ...(database.ownerUrl ? { DATABASE_OWNER_URL: database.ownerUrl } : {}) },
  };
}
