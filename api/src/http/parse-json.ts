import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem-error.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });
const NUL = /\\u0000|\0/;

/** JSON bodies, strictly: broken UTF-8, NULs and keys that reach for prototypes are refused, never repaired. */
export function acceptStrictJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body as Buffer);
    if (text === undefined || NUL.test(text)) {
      done(new ProblemError('invalid-request', { detail: 'the body is not UTF-8 without NULs' }));
      return;
    }
    void parse(request, text, (error, value) => {
      if (error) done(new ProblemError('invalid-request', { detail: 'the body is not JSON' }));
      else done(null, value);
    });
  });
}

function decode(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
