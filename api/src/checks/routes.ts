import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Answer, CheckAgain, CheckHeaders, CheckRequest, paths, Problem } from '@assay/contract';
import type { Limits } from '../limits/index.ts';
import { attemptOf } from './attempt-of.ts';
import { check } from './check.ts';
import type { CheckDeps } from './deps.ts';
import { refuseStale } from './refuse-stale.ts';
import { seeAgain } from './see-again.ts';

const problem = {
  description: 'No answer',
  content: { 'application/problem+json': { schema: Problem } },
};
const problems = { 400: problem, 404: problem, 413: problem, 429: problem, 500: problem, 503: problem };
const BODY_LIMIT = 8_192;

/** `POST /v1/checks` and `GET /v1/checks/{checkId}`, for anybody and from any origin. */
export const checkRoutes: FastifyPluginAsyncTypebox<{ deps: CheckDeps; limits: Limits }> = async (
  app,
  { deps, limits },
) => {
  app.addHook('onSend', refuseStale(deps.lease));

  app.post(
    paths.checks,
    {
      bodyLimit: BODY_LIMIT,
      onRequest: limits.admit,
      config: { rule: 'public' },
      schema: {
        summary: 'What is known about the code on a pack',
        tags: ['checks'],
        headers: CheckHeaders,
        body: CheckRequest,
        response: { 200: Answer, ...problems },
      },
    },
    async (request, reply) => {
      const answer = await check(deps, { ...attemptOf(request.headers), ...request.body });
      await limits.settle(request, reply, answer);
      return answer;
    },
  );

  app.get(
    paths.check(':checkId').replace('%3A', ':'),
    {
      onRequest: limits.admit,
      config: { rule: 'public' },
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
