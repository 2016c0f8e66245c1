import type { FastifyPluginAsync } from 'fastify';
import { activityRoutes } from '../activity/routes.ts';
import { apiKeyRoutes } from '../api-keys/routes.ts';
import { codeRoutes } from '../codes/routes.ts';
import { approvalRoutes, reportRoutes } from '../decisions/routes.ts';
import { downloadRoutes } from '../downloads/routes.ts';
import { identityRoutes } from '../identity/index.ts';
import type { Limits } from '../limits/index.ts';
import { memberRoutes } from '../members/routes.ts';
import { operatorRoutes } from '../operators/routes.ts';
import { overviewRoutes } from '../overview/routes.ts';
import { registryRoutes } from '../registry/routes.ts';
import { sessionRoutes } from '../session/index.ts';
import { webhookRoutes } from '../webhooks/routes.ts';
import type { Accounts } from './open-accounts.ts';

/** What people and programs with a name do: accounts, organisations, registry, codes. */
export const accountRoutes: FastifyPluginAsync<Accounts & { limits: Limits }> = async (app, accounts) => {
  await app.register(identityRoutes, accounts);
  await app.register(sessionRoutes, accounts);
  await app.register(memberRoutes, accounts);
  await app.register(apiKeyRoutes, accounts);
  await app.register(registryRoutes, accounts);
  await app.register(codeRoutes, accounts);
  await app.register(downloadRoutes, accounts);
  await app.register(reportRoutes, accounts);
  await app.register(approvalRoutes, accounts);
  await app.register(overviewRoutes, accounts);
  await app.register(activityRoutes, accounts);
  await app.register(webhookRoutes, accounts);
  await app.register(operatorRoutes, accounts);
};
