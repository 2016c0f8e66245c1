import type { FastifyError } from 'fastify';
import { paths, PROBLEMS, type Problem, type ProblemCode } from '@assay/contract';
import { Refused } from '../refused.ts';
import { isDatabaseAway } from '../db/is-database-away.ts';
import { ProblemError } from './problem-error.ts';
import { PROBLEM_WORDS } from './problem-words.ts';

const FASTIFY_CODES: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
  FST_ERR_BAD_URL: 'invalid-request',
  FST_ERR_ASYNC_CONSTRAINT: 'invalid-request',
};

/** The problem error that stands for whatever was thrown: a database that is away is 503, the rest is our mistake. */
export function asProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Refused) return refusal(error);
  const { code = '', validation, validationContext, statusCode } = error as Partial<FastifyError>;
  if (validation) {
    const errors = validation.map(({ instancePath, message }) => ({
      path: instancePath || `/${validationContext === 'body' ? '' : (validationContext ?? '')}`,
      message: message ?? 'is not valid',
    }));
    return new ProblemError('invalid-request', { errors });
  }
  const known = FASTIFY_CODES[code];
  if (known) return new ProblemError(known);
  if (isDatabaseAway(error)) return new ProblemError('unavailable', { retryAfter: 2 });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new ProblemError('invalid-request');
  return new ProblemError('internal');
}

/** What is not there is told without a word more: it may be somebody else's. */
function refusal({ code, message, remedy }: Refused): ProblemError {
  if (code === 'not-found') return new ProblemError('not-found');
  if (code === 'invalid') return new ProblemError('invalid-request', { detail: `${message}. ${remedy}` });
  return new ProblemError(code, { detail: `${message}. ${remedy}` });
}

/** Problem details (RFC 9457) of an error. */
export function toProblem({ code, more }: ProblemError): Problem {
  const { title, remedy } = PROBLEM_WORDS[code];
  return {
    type: paths.problem(code),
    title,
    status: PROBLEMS[code],
    code,
    remedy,
    ...(more.detail ? { detail: more.detail } : {}),
    ...(more.why ? { why: more.why } : {}),
    ...(more.errors ? { errors: more.errors } : {}),
  };
}
