import { buildContext } from '../build-context.ts';
import { startChecks } from '../checks/index.ts';
import { type Environment, loadConfig } from '../config/index.ts';
import { loadKeys } from '../keys/index.ts';
import { openLogger } from '../logs/index.ts';
import { loadPages } from '../pages/load-pages.ts';
import { buildApi } from './build-api.ts';
import { openAccounts } from './open-accounts.ts';
import { listenOnLan } from './listen-on-lan.ts';
import { requireRightDatabase } from './require-right-database.ts';
import { appUrlOf } from './app-url.ts';
import { untilToldToEnd } from './until-told-to-end.ts';

/**
 * Runs the api until it is told to end; then it takes no new request, finishes those under way, and leaves.
 *
 * @throws ConfigFault, KeyFault, KeyMismatch, WrongDatabase: each says what to do
 */
export async function runApi(env: Environment): Promise<void> {
  const config = loadConfig(env);
  const appUrl = appUrlOf(config);
  const logger = openLogger(config);
  const keys = loadKeys(config.keysDir);
  const ctx = buildContext(config, keys, appUrl, (error) =>
    logger.warn({ err: error }, 'a connection was lost'),
  );
  await requireRightDatabase(ctx.db.$client, keys, config.demo);
  const checks = await startChecks(config, keys, appUrl, logger);
  const app = await buildApi({
    config,
    checks: checks.deps,
    db: ctx.db,
    logger,
    accounts: openAccounts(config, ctx),
    pages: await loadPages(),
  });
  await app.listen({ host: config.host, port: config.port });
  const endLan = await listenOnLan(app.server, config);
  await untilToldToEnd();
  await Promise.all([endLan(), app.close()]);
  await checks.close();
  await ctx.close();
}
