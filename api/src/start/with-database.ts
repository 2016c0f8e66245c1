import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../config/index.ts';
import type { Environment } from '../config/index.ts';
import { startEmbeddedDatabase } from '../embedded-database/index.ts';
import { processEnvironments } from './process-environment.ts';

/**
 * Runs a command with the addresses of the database in its environment: of the embedded one, which is adopted, or
 * started for as long as the command takes. A command never makes a database: without one the environment stays as it
 * is.
 */
export async function withDatabase(
  env: Environment,
  run: (env: Environment) => Promise<void>,
): Promise<void> {
  const config = loadConfig(env);
  const { database, dataDir } = config;
  if (database !== 'embedded' || !existsSync(join(dataDir, 'database.json'))) return run(env);
  const embedded = await startEmbeddedDatabase({ dataDir, as: 'command' });
  try {
    return await run(processEnvironments(env, config, { ...embedded, embedded: true }).ops);
  } finally {
    await embedded.stop();
  }
}
