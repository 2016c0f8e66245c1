import type { FastifyInstance } from 'fastify';

/** Fixed for everything that is not a page: cheaper than building them for each reply. */
export const JSON_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function setJsonHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(JSON_HEADERS);
  });
}

export const OPEN_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'RateLimit, RateLimit-Policy, Retry-After',
};

/**
 * Any page of any site may ask these routes: they take no credentials and tell everybody the same (section 10). To be
 * called before what refuses, so that a page can read why.
 */
export function allowAnyOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(OPEN_HEADERS);
  });
}

/** Answers the question that a browser asks before it posts JSON from another origin. */
export function answerPreflight(app: FastifyInstance, path: string, methods: string): void {
  app.options(path, { schema: { hide: true } }, async (_request, reply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': methods,
        'access-control-allow-headers': 'content-type',
        'access-control-max-age': '86400',
      })
      .send(),
  );
}
