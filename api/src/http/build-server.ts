import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { answerErrors } from './answer-errors.ts';
import { endInTime } from './end-in-time.ts';
import { logRequests } from './log-requests.ts';
import { meterRequests, type RequestMeter } from './meter-requests.ts';
import { acceptStrictJson } from './parse-json.ts';
import { refuseBrokenRequests, refuseHeadersOurselves } from './refuse-broken-requests.ts';
import { sendProblem } from './send-problem.ts';
import { asProblemError } from './to-problem.ts';

const REQUEST_TIMEOUT_MS = 10_000;
const LONGEST_PARAMETER = 8_192;

export interface ServerOptions {
  logger: FastifyBaseLogger;
  trustProxyHops: number;
  /** Told of every request. */
  meter?: RequestMeter;
}

/**
 * The bare server: strict bodies, no coercion, problem details for every failure, logs that name routes and never
 * addresses or bodies. Routes are added by `build-api.ts`.
 */
export function buildServer({ meter, ...options }: ServerOptions): FastifyInstance {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxyHops > 0 && ((_address, hop) => hop < options.trustProxyHops),
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: LONGEST_PARAMETER, ignoreTrailingSlash: true },
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: { requireHostHeader: false },
    clientErrorHandler(error, socket) {
      const problem = refuseBrokenRequests(error, socket);
      if (problem) meter?.problem(problem);
    },
    frameworkErrors(error, _request, reply) {
      const problem = asProblemError(error);
      meter?.problem(problem.code);
      sendProblem(reply, problem);
    },
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, strictTuples: false },
    },
  });
  acceptStrictJson(app);
  answerErrors(app);
  refuseHeadersOurselves(app);
  logRequests(app);
  endInTime(app);
  if (meter) meterRequests(app, meter);
  return app;
}
