import type { Answer } from '@assay/contract';
import { REASONS, VERDICTS } from '@assay/contract/lists';
import type { Reply } from './request.ts';

/** An answer is refused when its facts may be older than this, in milliseconds. */
const OLDEST = 30_000;

export type Answered<T> = { kind: 'answer'; value: T } | Exclude<Reply, { kind: 'ok' }>;

/** Takes the answer out of a reply. What has not its shape, or is too old, is no answer (R1). */
export function answered<T>(
  reply: Reply,
  isExpected: (body: unknown) => body is T,
  answerIn: (value: T) => Answer,
): Answered<T> {
  if (reply.kind !== 'ok') return reply;
  if (!isExpected(reply.body)) return { kind: 'not-checked', why: 'unreadable' };
  if (answerIn(reply.body).age + reply.took > OLDEST) return { kind: 'not-checked', why: 'stale' };
  return { kind: 'answer', value: reply.body };
}

/** Enough to show it: the server validates the rest. A login page of a café's network fails here. */
export function isAnswer(body: unknown): body is Answer {
  const { verdict, reasons, flags, identity, compared, help, age } = (body ?? {}) as Partial<Answer>;
  return (
    verdict !== undefined &&
    VERDICTS.includes(verdict) &&
    Array.isArray(reasons) &&
    reasons.length > 0 &&
    reasons.every((reason) => REASONS.includes(reason)) &&
    Array.isArray(flags) &&
    Array.isArray(compared) &&
    typeof identity === 'object' &&
    typeof help === 'object' &&
    typeof age === 'number'
  );
}
