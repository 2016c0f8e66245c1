import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { paths } from '@assay/contract';
import { requireRules } from '../auth/route-rule.ts';
import { type CheckDeps, checkRoutes } from '../checks/index.ts';
import type { Config } from '../config/index.ts';
import type { Database } from '../db/database.ts';
import { healthRoutes } from '../health/routes.ts';
import { buildServer } from '../http/build-server.ts';
import { allowAnyOrigin, answerPreflight, setJsonHeaders } from '../http/json-headers.ts';
import { describeApi } from '../http/openapi.ts';
import { refuseEarly } from '../http/refuse-early.ts';
import { shedLoad } from '../http/shed-load.ts';
import { limitRequests } from '../limits/index.ts';
import { metricsRoutes, openMetrics } from '../metrics/index.ts';
import { pageRoutes } from '../pages/routes.ts';
import type { Pages } from '../pages/pages.ts';
import { referenceRoutes } from '../reference/index.ts';
import { sampleRoutes } from '../samples/routes.ts';
import { accountRoutes } from './account-routes.ts';
import type { Accounts } from './open-accounts.ts';

export interface ApiParts {
  config: Pick<Config, 'settings' | 'redisUrl' | 'publicOrigin' | 'demo' | 'lan' | 'metricsToken'>;
  checks: CheckDeps;
  db: Database;
  logger: FastifyBaseLogger;
  /** People and organisations; absent where there is no console. */
  accounts?: Accounts | undefined;
  /** The built pages; absent where only the interface is served. */
  pages?: Pages;
  /** For how long checks are counted before the count begins again, in milliseconds. */
  limitWindowMs?: number;
}

const MINUTE_MS = 60_000;

/** The whole api, in one explicit order: what a scope protects is visible by its indentation. */
export async function buildApi(parts: ApiParts): Promise<FastifyInstance> {
  const { config, checks, db, logger, pages } = parts;
  const { settings } = config;
  const { inFlight } = checks;
  const others = { count: 0 };
  const shedOthers = (scope: FastifyInstance) =>
    shedLoad(scope, others, () => isTooMuch(inFlight.count, others.count, settings));
  const metrics = openMetrics({ checks, pools: { checks: checks.pool, registry: db.$client } });
  const app = buildServer({ logger, trustProxyHops: settings.trustProxyHops, meter: metrics.requests });
  const isFull = () => inFlight.count >= settings.checksInFlight;
  refuseEarly(app, { path: paths.checks, isFull, meter: metrics.requests });
  const limits = await limitRequests(app, {
    config,
    keys: checks.keys,
    alarm: checks.alarm,
    logger,
    windowMs: parts.limitWindowMs ?? MINUTE_MS,
  });
  await describeApi(app, '0.1.0');
  requireRules(app);

  await app.register(async (json) => {
    setJsonHeaders(json);
    await json.register(healthRoutes, {
      lease: checks.lease,
      degraded: () => (limits.away ? ['redis'] : checks.degraded()),
    });
    await json.register(metricsRoutes, { metrics, token: config.metricsToken });

    await json.register(async (open) => {
      allowAnyOrigin(open);
      shedLoad(open, inFlight, isFull);
      answerPreflight(open, paths.checks, 'POST');
      await open.register(checkRoutes, { deps: checks, limits });
    });

    await json.register(async (other) => {
      shedOthers(other);
      if (parts.accounts) await other.register(accountRoutes, { ...parts.accounts, limits });
      if (config.demo) await other.register(sampleRoutes, { db, origin: config.publicOrigin });
    });
  });

  await app.register(async (other) => {
    shedOthers(other);
    await other.register(referenceRoutes, { origin: config.publicOrigin, demo: config.demo });
    if (pages) await other.register(pageRoutes, { config, checks, limits, db, pages });
  });
  return app;
}

/** Checks outrank everything else: the rest is refused first, and altogether while checks are half of what they may. */
function isTooMuch(checks: number, others: number, settings: Config['settings']): boolean {
  return others >= settings.othersInFlight || checks >= settings.checksInFlight / 2;
}
