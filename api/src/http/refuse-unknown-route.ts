import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { ProblemError } from './problem-error.ts';
import { sendProblem } from './send-problem.ts';

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/** Says of an address whether nothing is there, or only other methods are. */
export function refuseUnknownRoute(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
  const path = request.url.split('?')[0] ?? '/';
  const allowed = METHODS.filter((method) => isThere(app, method, path));
  if (!allowed.length) return sendProblem(reply, new ProblemError('not-found'));
  reply.header('allow', allowed.join(', '));
  return sendProblem(reply, new ProblemError('method-not-allowed'));
}

/** Whether the address has a route of its own, and not only the one that catches whatever is left. */
function isThere(app: FastifyInstance, method: HTTPMethods, path: string): boolean {
  const route = app.findRoute({ method, url: path });
  if (!route) return false;
  const { '*': rest } = route.params as { '*'?: string };
  return rest === undefined || bare(rest) !== bare(decodeURIComponent(path));
}

const bare = (path: string) => path.replace(/^\/+|\/+$/g, '');
