import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { paths } from '@assay/contract';
import { type CheckDeps, checkRoutes } from '../checks/index.ts';
import type { Config } from '../config/index.ts';
import type { Database } from '../db/database.ts';
import { healthRoutes } from '../health/routes.ts';
import { buildServer } from '../http/build-server.ts';
import { allowAnyOrigin, answerPreflight, setJsonHeaders } from '../http/json-headers.ts';
import { describeApi } from '../http/openapi.ts';
import { pageRoutes } from '../pages/routes.ts';
import type { Pages } from '../pages/pages.ts';
import { sampleRoutes } from '../samples/routes.ts';

export interface ApiParts {
  config: Pick<Config, 'settings' | 'publicOrigin' | 'demo'>;
  checks: CheckDeps;
  db: Database;
  logger: FastifyBaseLogger;
  /** The built pages; absent where only the interface is served. */
  pages?: Pages;
}

/** The whole api, in one explicit order: what a scope protects is visible by its indentation. */
export async function buildApi({ config, checks, db, logger, pages }: ApiParts): Promise<FastifyInstance> {
  const app = buildServer({ logger, trustProxyHops: config.settings.trustProxyHops });
  await describeApi(app, '0.1.0');

  await app.register(async (json) => {
    setJsonHeaders(json);
    await json.register(healthRoutes, { lease: checks.lease });

    await json.register(async (open) => {
      allowAnyOrigin(open);
      answerPreflight(open, paths.checks, 'POST');
      await open.register(checkRoutes, { deps: checks });
    });

    if (config.demo) await json.register(sampleRoutes, { db, origin: config.publicOrigin });
  });

  if (pages) await app.register(pageRoutes, { config, checks, db, pages });
  return app;
}
