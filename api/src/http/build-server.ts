import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { answerErrors } from './answer-errors.ts';
import { logRequests } from './log-requests.ts';
import { acceptStrictJson } from './parse-json.ts';
import { refuseBrokenRequests, refuseHeadersOurselves } from './refuse-broken-requests.ts';
import { sendProblem } from './send-problem.ts';
import { asProblemError } from './to-problem.ts';

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
    http: { requireHostHeader: false },
    clientErrorHandler: refuseBrokenRequests,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, asProblemError(error)),
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, strictTuples: false },
    },
  });
  acceptStrictJson(app);
  answerErrors(app);
  refuseHeadersOurselves(app);
  logRequests(app);
  return app;
}
