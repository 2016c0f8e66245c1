import type { FastifyPluginAsync } from 'fastify';
import { apiKeyRoutes } from '../api-keys/routes.ts';
import { identityRoutes } from '../identity/index.ts';
import { memberRoutes } from '../members/routes.ts';
import { makerRoutes } from './maker-routes.ts';
import { operatorRoutes } from './operator-routes.ts';
import { sessionRoutes } from '../session/index.ts';
import type { Accounts } from './open-accounts.ts';

/** People, organisations and keys. */
export const accountRoutes: FastifyPluginAsync<Accounts> = async (app, accounts) => {
  await app.register(identityRoutes, accounts);
  await app.register(sessionRoutes, accounts);
  await app.register(memberRoutes, accounts);
  await app.register(apiKeyRoutes, accounts);
  await app.register(makerRoutes, accounts);
  await app.register(operatorRoutes, accounts);
};
