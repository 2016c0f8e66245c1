import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import pg from 'pg';
import pino from 'pino';
import type { Answer, CheckRequest, Problem } from '@assay/contract';
import { buildContext } from '../../src/build-context.ts';
import { type RunningChecks, startChecks } from '../../src/checks/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import type { Actor, Ctx } from '../../src/context.ts';
import { type Keys, loadKeys, makeKeys, matchKeys } from '../../src/keys/index.ts';
import { buildApi } from '../../src/serve/build-api.ts';
import { openAccounts } from '../../src/serve/open-accounts.ts';
import { createDatabase, type TestDatabase } from './create-database.ts';

/** A whole api on a database of its own, asked through its front door. */
export interface TestService {
  app: FastifyInstance;
  ctx: Ctx;
  checks: RunningChecks['deps'];
  keys: Keys;
  keysDir: string;
  database: TestDatabase;
  /** Posts a check and expects an answer. */
  check: (request: CheckRequest) => Promise<Answer>;
  /** Posts a check and expects problem details. */
  refused: (request: unknown, options?: Partial<InjectOptions>) => Promise<Problem>;
  /** Waits until this process has seen every change made so far. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
}

export const OPERATOR: Actor = { kind: 'operator', id: 'test', name: 'test' };

export async function startService(
  options: {
    env?: Record<string, string>;
    demo?: boolean;
    logger?: pino.Logger;
    /** Another way to the database, such as through a pooler. */
    route?: (appUrl: string) => string;
    /** A database that is set up already, and the folder of its keys; without it both are made, and end with the service. */
    on?: Pick<TestService, 'database' | 'keysDir'>;
  } = {},
): Promise<TestService> {
  const { database, keysDir, remove } = options.on
    ? { ...options.on, remove: async () => undefined }
    : await setUp(options.demo ?? false);
  const keys = loadKeys(keysDir);
  const appUrl = options.route?.(database.appUrl) ?? database.appUrl;
  const config = loadConfig({
    DATABASE_URL: appUrl,
    ASSAY_KEYS: keysDir,
    PUBLIC_ORIGIN: 'https://assay.example',
    CHECKS_A_MINUTE: '1000000',
    MISSES_A_MINUTE: '1000000',
    SIGN_INS_A_MINUTE: '1000000',
    ...options.env,
  });
  const logger = options.logger ?? pino({ level: 'silent' });
  const ctx = buildContext(config, keys, appUrl);
  const running = await startChecks({ ...config, demo: options.demo ?? false }, keys, appUrl, logger);
  const app = await buildApi({
    config: { ...config, demo: options.demo ?? false },
    checks: running.deps,
    db: ctx.db,
    logger,
    accounts: openAccounts(config, ctx),
  });

  return {
    app,
    ctx,
    checks: running.deps,
    keys,
    keysDir,
    database,
    async check(request) {
      const response = await app.inject({ method: 'POST', url: '/v1/checks', payload: request });
      if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${response.body}`);
      return response.json<Answer>();
    },
    async refused(request, inject = {}) {
      const response = await app.inject({
        method: 'POST',
        url: '/v1/checks',
        payload: request as object,
        ...inject,
      });
      if (response.statusCode === 200) throw new Error(`an answer where none was due: ${response.body}`);
      return response.json<Problem>();
    },
    settle: () => running.deps.lease.refresh().then(() => running.deps.lease.refresh()),
    async close() {
      await app.close();
      await running.close();
      await ctx.close();
      await remove();
    },
  };
}

async function setUp(demo: boolean) {
  const database = await createDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'assay-service-'));
  const keysDir = join(folder, 'keys');
  await record(database.ownerUrl, makeKeys(keysDir), demo);
  const remove = async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  };
  return { database, keysDir, remove };
}

async function record(ownerUrl: string, keys: Keys, demo: boolean): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query('insert into app.deployment (demo) values ($1)', [demo]);
  await matchKeys(client, keys, { record: true });
  await client.end();
}
