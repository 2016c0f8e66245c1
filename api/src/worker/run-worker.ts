import { PgBoss } from 'pg-boss';
import { buildContext } from '../build-context.ts';
import { type Environment, loadConfig } from '../config/index.ts';
import { loadKeys } from '../keys/index.ts';
import { openLogger } from '../logs/index.ts';
import { appUrlOf } from '../serve/app-url.ts';
import { requireRightDatabase } from '../serve/require-right-database.ts';
import { untilToldToEnd } from '../serve/until-told-to-end.ts';
import { postBy, resolveBy } from '../webhooks/index.ts';
import { JOBS } from './jobs.ts';
import { keepDelivering } from './keep-delivering.ts';
import { tellAlive } from './tell-alive.ts';

/** A killed worker's job runs again after this. */
const HEARTBEAT_SECONDS = 10;

/**
 * Runs the jobs of `jobs.ts` by their clocks, and sends webhooks, until it is told to end.
 *
 * @throws ConfigFault, KeyFault, KeyMismatch, WrongDatabase: each says what to do
 */
export async function runWorker(env: Environment): Promise<void> {
  const config = loadConfig(env);
  const appUrl = appUrlOf(config);
  const logger = openLogger(config);
  const keys = loadKeys(config.keysDir);
  const ctx = buildContext(config, keys, appUrl, (error) =>
    logger.warn({ err: error }, 'a connection was lost'),
  );
  await requireRightDatabase(ctx.db.$client, keys, config.demo);
  const boss = new PgBoss({ connectionString: appUrl, schema: 'jobs', migrate: false, createSchema: false });
  boss.on('error', (error) => logger.warn({ err: error }, 'a job could not be looked after'));
  await boss.start();
  for (const { name, cron, run } of JOBS) {
    await boss.createQueue(name, { heartbeatSeconds: HEARTBEAT_SECONDS });
    await boss.work(name, async () => {
      const done = await run(ctx);
      logger.info({ job: name, done }, 'job done');
    });
    await boss.schedule(name, cron, null, { tz: config.timeZone });
    await boss.send(name);
  }
  const post = postBy({ resolve: resolveBy(), allowPrivate: config.settings.webhookAllowPrivate });
  const endDelivering = keepDelivering(ctx, post, logger);
  const endTelling = tellAlive(config.aliveFile, ctx.db.$client);
  await untilToldToEnd();
  endTelling();
  await Promise.all([endDelivering(), boss.stop()]);
  await ctx.close();
}
