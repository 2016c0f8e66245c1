import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ProblemCode } from '@assay/contract';
import { ProblemError } from './problem-error.ts';
import { toProblem } from './to-problem.ts';

const CODES: Record<string, 'request-timeout' | 'too-large'> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'too-large',
};

/**
 * What is not even HTTP gets problem details too, and its connection is closed.
 *
 * @returns the problem that was told, or undefined where nobody was left to be told
 */
export function refuseBrokenRequests(
  error: Error & { code?: string },
  socket: Socket,
): ProblemCode | undefined {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return undefined;
  }
  const problem = toProblem(new ProblemError(CODES[error.code ?? ''] ?? 'invalid-request'));
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.code}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
  return problem.code;
}

/** Refuses in our words what Node would refuse in none: no Host (RFC 9112, 3.2), an expectation that nobody knows. */
export function refuseHeadersOurselves(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.addHook('onRequest', ({ raw, headers }, _reply, done) => {
    const { expect, host } = headers;
    if (host === undefined && raw.httpVersion === '1.1')
      return done(new ProblemError('invalid-request', { detail: 'the Host header is missing' }));
    if (expect !== undefined && expect.toLowerCase() !== '100-continue')
      return done(
        new ProblemError('invalid-request', { detail: 'the Expect header asks for something unknown' }),
      );
    return done();
  });
}
