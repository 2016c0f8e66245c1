import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { answerErrors } from './answer-errors.ts';
import { logRequests } from './log-requests.ts';
import { acceptStrictJson } from './parse-json.ts';
import { refuseBrokenRequests } from './refuse-broken-requests.ts';

const REQUEST_TIMEOUT_MS = 10_000;
const LONGEST_PARAMETER = 8_192;

/**
 * The bare server: strict bodies, no coercion, problem details for every failure, logs that name routes and never
 * addresses or bodies. Routes are added by `serve-api.ts`.
 */
export function buildServer(options: { logger: FastifyBaseLogger; trustProxyHops: number }): FastifyInstance {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < options.trustProxyHops,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: LONGEST_PARAMETER, ignoreTrailingSlash: true },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseBrokenRequests,
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, strictTuples: false },
    },
  });
  acceptStrictJson(app);
  answerErrors(app);
  logRequests(app);
  return app;
}
