import type { FastifyInstance } from 'fastify';
import type { Action } from './permissions.ts';

/**
 * Who may reach a route: `public`, anybody; `person`, whoever is signed in; an action, whoever the table of permissions
 * names for it.
 */
export type RouteRule = 'public' | 'person' | Action;

declare module 'fastify' {
  interface FastifyContextConfig {
    rule?: RouteRule;
  }
}

/** A route of the interface without a rule keeps the service from starting. */
export function requireRules(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    if (method === 'HEAD' || method === 'OPTIONS' || !url.startsWith('/v1/')) return;
    if (config?.rule === undefined) throw new Error(`the route ${String(method)} ${url} has no rule`);
  });
}
