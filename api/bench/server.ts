import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { Answer, CheckRequest } from '@assay/contract';
import { buildContext } from '../src/build-context.ts';
import { checkRoutes, startChecks } from '../src/checks/index.ts';
import { issueCodes } from '../src/codes/index.ts';
import { loadConfig } from '../src/config/index.ts';
import { migrate } from '../src/db/migrate.ts';
import { startEmbeddedDatabase } from '../src/embedded-database/index.ts';
import { buildServer } from '../src/http/build-server.ts';
import { allowAnyOrigin, setJsonHeaders } from '../src/http/json-headers.ts';
import { shedLoad } from '../src/http/shed-load.ts';
import { makeKeys, matchKeys } from '../src/keys/index.ts';
import { limitRequests } from '../src/limits/index.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from '../test/support/world.ts';
import { naiveRoute } from './support/naive.ts';

/** How many different packs the load asks about. */
const UNITS = 100_000;

/**
 * The api as it is in service, on a PostgreSQL that flushes every commit; beside its routes one that returns a stored
 * answer through the same server, hooks, headers and schema, and the check that most people would build. Tells its port
 * and its packs.
 */
const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
const database = await startEmbeddedDatabase({ dataDir: join(folder, 'data') });
await migrate(database.ownerUrl);
const keys = makeKeys(join(folder, 'keys'));
const owner = new pg.Client(database.ownerUrl);
await owner.connect();
await owner.query('insert into app.deployment (demo) values (false)');
await matchKeys(owner, keys, { record: true });
await owner.end();
const config = loadConfig({
  DATABASE_URL: database.appUrl,
  ASSAY_KEYS: join(folder, 'keys'),
  ...(process.env['BENCH_LIMITS'] === 'redis' ? { REDIS_URL: process.env['BENCH_REDIS_URL'] } : {}),
  CHECKS_A_MINUTE: '100000000',
  MISSES_A_MINUTE: '100000000',
});
const ctx = buildContext(config, keys, database.appUrl);
const world = await makeWorld(ctx);
const range = await issueCodes(
  ctx,
  { kind: 'system', id: 'bench', name: 'bench' },
  { productId: world.medicine.id, quantity: UNITS, batchId: world.lot.id },
);
const serials = await serialsOf(ctx, range);
const logger = pino({ level: 'silent' });
const checks = await startChecks(config, keys, database.appUrl, logger);

const app = buildServer({ logger, trustProxyHops: 0 });
const limits = await limitRequests(app, {
  config,
  keys,
  alarm: checks.deps.alarm,
  logger,
  windowMs: 60_000,
});
let stored: Answer;
await app.register(async (open) => {
  setJsonHeaders(open);
  allowAnyOrigin(open);
  shedLoad(open, checks.deps.inFlight, () => false);
  await open.register(async (scope) => {
    await checkRoutes(scope, { deps: checks.deps, limits });
    await scope.register(async (beside) => {
      beside.addHook('onRequest', limits.admit);
      beside.post(
        '/bench/stored',
        { schema: { body: CheckRequest, response: { 200: Answer } } },
        async () => stored,
      );
      beside.post('/bench/store', async (request) => {
        const answer = await app.inject({
          method: 'POST',
          url: '/v1/checks',
          payload: request.body as object,
        });
        stored = answer.json<Answer>();
        return {};
      });
      await naiveRoute(beside, {
        ownerUrl: database.ownerUrl,
        redisUrl: process.env['BENCH_REDIS_URL']!,
        stored: () => stored,
      });
    });
  });
});
await app.listen({ host: '127.0.0.1', port: 0 });
const { port } = app.server.address() as { port: number };
process.send?.({
  port,
  gtin: GTIN,
  scans: serials.map((serial) => dataMatrix({ gtin: GTIN.medicine, serial })),
});

process.once('message', () => {
  void (async () => {
    await app.close();
    await checks.close();
    await ctx.close();
    await database.stop();
    rmSync(folder, { recursive: true });
    process.disconnect();
  })();
});
