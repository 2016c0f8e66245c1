import fastifyStatic from '@fastify/static';
import formbody from '@fastify/formbody';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { CheckHeaders, paths } from '@assay/contract';
import { attemptOf, type CheckDeps, refuseStale, seeAgain } from '../checks/index.ts';
import type { Config } from '../config/index.ts';
import type { Database } from '../db/database.ts';
import { picturesFolder } from '../demo/pictures-folder.ts';
import type { ProblemError } from '../http/problem-error.ts';
import { refuseUnknownRoute } from '../http/refuse-unknown-route.ts';
import { asProblemError, toProblem } from '../http/to-problem.ts';
import type { Limits } from '../limits/index.ts';
import { readSamples } from '../samples/routes.ts';
import { checkForm, FormBody } from './check-form.ts';
import { setPageHeaders } from './page-headers.ts';
import type { Lang, Pages, View } from './pages.ts';

export interface PageParts {
  config: Pick<Config, 'publicOrigin' | 'demo' | 'lan'>;
  checks: CheckDeps;
  limits: Limits;
  db: Database;
  pages: Pages;
}

const FORM_LIMIT = 8_192;
const Language = Type.Object({ lang: Type.Optional(Type.String()) });
/** Whether the shared answer was of a second equal reading (R10). */
const Shared = Type.Object({
  ...Language.properties,
  reading: Type.Optional(Type.Union([Type.Literal('first'), Type.Literal('second')])),
});
const hidden = { schema: { hide: true, querystring: Language } };

/** The shopper's pages, rendered here so that they say the same with and without script. */
export const pageRoutes: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { config, checks, limits, db, pages } = parts;
  await setPageHeaders(app, config);
  await app.register(formbody, { bodyLimit: FORM_LIMIT });
  await app.register(fastifyStatic, {
    root: [pages.files],
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  if (config.demo) {
    await app.register(fastifyStatic, {
      root: picturesFolder(),
      prefix: '/pictures/',
      decorateReply: false,
      wildcard: false,
    });
  }

  const show = (request: FastifyRequest, reply: FastifyReply, view: View, status = 200) => {
    const { lang } = { ...(request.query as object), ...(request.body as object) } as { lang?: string };
    const html = pages.render({
      lang: lang === 'en' ? 'en' : ('vi' satisfies Lang),
      demo: config.demo,
      assets: pages.assets,
      view,
      ...(request.method === 'GET' ? { path: request.url.split('?')[0]! } : {}),
    });
    return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
  };

  const fresh = refuseStale(checks.lease);

  app.setErrorHandler((error, request, reply) => {
    const problem = asProblemError(error);
    if (problem.code === 'internal')
      request.log.error({ err: error, route: request.routeOptions.url }, 'a mistake');
    reply.problem = problem.code;
    if (problem.more.retryAfter) reply.header('retry-after', problem.more.retryAfter);
    return show(request, reply, viewOfProblem(problem, textOf(request)), problem.statusCode);
  });

  for (const path of [paths.home, paths.typed, paths.history, paths.answer]) {
    app.get(path, hidden, async (request, reply) => show(request, reply, { kind: 'form' }));
  }
  app.get(paths.help, hidden, async (request, reply) => show(request, reply, { kind: 'help' }));
  app.get(paths.report, hidden, async (request, reply) => show(request, reply, { kind: 'report' }));

  app.post(
    paths.checkForm,
    {
      schema: { hide: true, headers: CheckHeaders, body: FormBody },
      bodyLimit: FORM_LIMIT,
      onRequest: limits.admit,
      onSend: fresh,
    },
    async (request, reply) => {
      const view = await checkForm(checks, request.body, attemptOf(request.headers));
      await limits.settle(request, reply, view.answer);
      return show(request, reply, view);
    },
  );

  app.get(
    '/c/:checkId',
    {
      onRequest: limits.admit,
      onSend: fresh,
      schema: { hide: true, querystring: Shared, params: Type.Object({ checkId: Type.String() }) },
    },
    async (request, reply) => {
      const again = await seeAgain(checks, request.params.checkId);
      return show(request, reply, { kind: 'shared', ...again, count: request.query.reading ?? 'first' });
    },
  );

  /** A Digital Link that the phone's own camera opened. It only shows the page: preview bots fetch links too. */
  app.get('/01/*', { schema: { hide: true } }, async (request, reply) =>
    show(request, reply, { kind: 'landing', url: `${config.publicOrigin}${request.url}` }),
  );

  if (config.demo) {
    app.get(paths.samples, hidden, async (request, reply) =>
      show(request, reply, {
        kind: 'samples',
        samples: await readSamples({ db, origin: config.publicOrigin }),
      }),
    );
  }

  app.get('/problems/:code', hidden, async (request, reply) => show(request, reply, { kind: 'help' }));

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) return refuseUnknownRoute(app, request, reply);
    return show(request, reply, { kind: 'not-found' }, 404);
  });
};

/** What is not an answer never looks like one (R1): a misread, a broken code, or "not checked". */
function viewOfProblem(error: ProblemError, text: string | undefined): View {
  switch (error.code) {
    case 'misread':
    case 'malformed-code':
    case 'invalid-request':
      return { kind: 'problem', problem: toProblem(error), ...(text === undefined ? {} : { text }) };
    case 'not-found':
    case 'method-not-allowed':
      return { kind: 'not-found' };
    case 'conflict':
    case 'forbidden':
    case 'idempotency-mismatch':
    case 'internal':
    case 'not-acceptable':
    case 'rate-limited':
    case 'request-timeout':
    case 'second-factor':
    case 'too-large':
    case 'unauthenticated':
    case 'unavailable':
    case 'unsupported-media-type':
      return { kind: 'not-checked', text: text ?? '' };
  }
}

function textOf({ body }: FastifyRequest): string | undefined {
  const { text } = (body ?? {}) as { text?: unknown };
  return typeof text === 'string' ? text : undefined;
}
