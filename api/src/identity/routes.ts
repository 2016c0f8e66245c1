import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { requireOwnOrigin } from '../http/require-own-origin.ts';
import type { Limits } from '../limits/index.ts';
import { ALLOWED_ROUTES } from './allowed-routes.ts';
import { AUTH_PATH, type Identity } from './open-identity.ts';

/** Headers that better-auth may see of a request, and say in a reply. */
const ASKED = ['cookie', 'origin', 'user-agent', 'accept-language'] as const;
const TOLD = ['location', 'content-type'] as const;

interface Parts {
  identity: Identity;
  consoleOrigin: string;
  limits: Limits;
}

/**
 * The allowed routes of accounts. At another host than the console's they do not exist, so that no cookie is ever given
 * there; what changes something comes from the console's own pages, and each address may try it so often.
 */
export const identityRoutes: FastifyPluginAsync<Parts> = async (app, { identity, consoleOrigin, limits }) => {
  const { host } = new URL(consoleOrigin);
  app.addHook('onRequest', async (request) => {
    if (request.host !== host) throw new ProblemError('not-found');
    requireOwnOrigin(request, consoleOrigin);
  });

  for (const [method, path] of ALLOWED_ROUTES) {
    app.route({
      method,
      url: AUTH_PATH + path,
      config: { rule: 'public' },
      schema: { hide: true },
      ...(method === 'POST' ? { onRequest: limits.admitSignIn } : {}),
      handler: async (request, reply) =>
        send(reply, await identity.handler(asRequest(request, consoleOrigin))),
    });
  }
};

function asRequest({ method, url, headers, body }: FastifyRequest, origin: string): Request {
  const passed = new Headers();
  for (const name of ASKED) if (headers[name] !== undefined) passed.set(name, headers[name]);
  if (method === 'GET') return new Request(origin + url, { method, headers: passed });
  passed.set('content-type', 'application/json');
  return new Request(origin + url, { method, headers: passed, body: JSON.stringify(body ?? {}) });
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  for (const name of TOLD) if (response.headers.has(name)) reply.header(name, response.headers.get(name));
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.send(await response.text());
}
