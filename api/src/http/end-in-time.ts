import type { FastifyInstance } from 'fastify';

/** Longer than any answer takes. */
const GRACE_MS = 3_000;

/**
 * A server that closes answers what is under way and says with it that the connection ends, so that whoever asked opens
 * another one for what comes next (RFC 9112, section 9.6). Connections that are still open after that, such as one on
 * which nothing was ever asked, are cut and do not keep the process alive.
 */
export function endInTime(app: FastifyInstance): void {
  let ending = false;
  app.addHook('preClose', async () => {
    ending = true;
    setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (ending) reply.header('connection', 'close');
  });
}
