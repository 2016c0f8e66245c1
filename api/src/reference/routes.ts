import type { FastifyPluginAsync } from 'fastify';
import { paths } from '@assay/contract';
import type { ApiDocument } from './document.ts';
import { type ReferenceOptions, renderReference } from './render-reference.ts';
import { STYLE_SOURCE } from './style.ts';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${STYLE_SOURCE}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** `/reference`: what `/openapi.json` says, for people. */
export const referenceRoutes: FastifyPluginAsync<ReferenceOptions> = async (app, options) => {
  let page: string | undefined;
  app.get(paths.reference, { schema: { hide: true } }, async (_request, reply) => {
    page ??= renderReference(app.swagger() as ApiDocument, options);
    return reply.headers(HEADERS).send(page);
  });
};
