import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { JSON_HEADERS, OPEN_HEADERS } from './json-headers.ts';
import type { RequestMeter } from './meter-requests.ts';
import { ProblemError } from './problem-error.ts';
import { RETRY_AFTER_SECONDS, TOO_MANY } from './shed-load.ts';
import { toProblem } from './to-problem.ts';

interface Gate {
  /** Where posts are refused. */
  path: string;
  isFull: () => boolean;
  meter: RequestMeter;
}

/**
 * Refuses posts to one address while too many are under way, before anything of the framework runs: a process that is
 * asked many times what it can answer would spend itself on refusals.
 */
export function refuseEarly(app: FastifyInstance, { path, isFull, meter }: Gate): void {
  const body = JSON.stringify(
    toProblem(new ProblemError('unavailable', { detail: TOO_MANY, retryAfter: RETRY_AFTER_SECONDS })),
  );
  const headers = {
    ...JSON_HEADERS,
    ...OPEN_HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'retry-after': String(RETRY_AFTER_SECONDS),
  };
  const handlers = app.server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    if (request.method !== 'POST' || request.url !== path || !isFull()) {
      for (const handle of handlers) handle.call(app.server, request, response);
      return;
    }
    response.writeHead(503, headers).end(body);
    meter.problem('unavailable');
  });
}
