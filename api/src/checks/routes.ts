import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Answer, CheckAgain, CheckRequest, paths, Problem } from '@assay/contract';
import { ProblemError } from '../http/problem-error.ts';
import { check } from './check.ts';
import type { CheckDeps } from './deps.ts';
import { seeAgain } from './see-again.ts';

const problems = { 400: Problem, 404: Problem, 413: Problem, 429: Problem, 500: Problem, 503: Problem };
const BODY_LIMIT = 8_192;

/** `POST /v1/checks` and `GET /v1/checks/{checkId}`, for anybody and from any origin. */
export const checkRoutes: FastifyPluginAsyncTypebox<{ deps: CheckDeps }> = async (app, { deps }) => {
  /** R6: an answer that waited too long on its way out is not sent. */
  app.addHook('onSend', async (_request, reply, payload) => {
    if (reply.statusCode === 200 && !deps.lease.valid()) {
      throw new ProblemError('unavailable', { detail: 'freshness is not known', retryAfter: 2 });
    }
    return payload;
  });

  app.post(
    paths.checks,
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'What is known about the code on a pack',
        tags: ['checks'],
        body: CheckRequest,
        response: { 200: Answer, ...problems },
      },
    },
    async (request) => check(deps, request.body),
  );

  app.get(
    paths.check(':checkId').replace('%3A', ':'),
    {
      schema: {
        summary: 'A check of before, decided again without counting as a check',
        tags: ['checks'],
        params: Type.Object({ checkId: Type.String({ minLength: 40, maxLength: 8_192 }) }),
        response: { 200: CheckAgain, ...problems },
      },
    },
    async (request) => seeAgain(deps, request.params.checkId),
  );
};
