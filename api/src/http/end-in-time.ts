import type { FastifyInstance } from 'fastify';

/** Longer than any answer takes. */
const GRACE_MS = 3_000;

/**
 * A server that closes answers what is under way; connections that are still open after that, such as one on which
 * nothing was ever asked, are cut and do not keep the process alive.
 */
export function endInTime(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref();
  });
}
