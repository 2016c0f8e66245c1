import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.ts';

const READING = new Set(['GET', 'HEAD']);

/**
 * Cookies count at the console's own address alone, and whatever changes something must come from its own pages (design
 * section 9).
 *
 * @throws ProblemError `unauthenticated` at another address, `forbidden` from another origin
 */
export function requireOwnOrigin({ host, method, headers }: FastifyRequest, consoleOrigin: string): void {
  if (host !== new URL(consoleOrigin).host) throw new ProblemError('unauthenticated');
  if (READING.has(method) || headers.origin === consoleOrigin) return;
  throw new ProblemError('forbidden', { detail: 'this comes from another origin' });
}
