import type { Answer } from '@assay/contract';
import { REASONS, VERDICTS } from '@assay/contract/lists';
import type { Reply, WhyNot } from './request.ts';

/** An answer is refused when its facts may be older than this, in milliseconds. */
const OLDEST = 30_000;

export type Answered<T> =
  | { kind: 'answer'; value: T }
  | Exclude<Reply, { kind: 'ok' }>
  | { kind: 'not-checked'; why: WhyNot };

/** Takes the answer out of a reply. What has not its shape, or is too old, is no answer (R1). */
export function answered<T>(reply: Reply, answerIn: (body: unknown) => unknown): Answered<T> {
  if (reply.kind !== 'ok') return reply;
  const answer = answerIn(reply.body);
  if (!isAnswer(answer)) return { kind: 'not-checked', why: 'unreadable' };
  if (answer.age + reply.took > OLDEST) return { kind: 'not-checked', why: 'stale' };
  return { kind: 'answer', value: reply.body as T };
}

/** Enough to show it: the server validates the rest. A login page of a café's network fails here. */
function isAnswer(body: unknown): body is Answer {
  const { verdict, reasons, flags, identity, help, age } = (body ?? {}) as Partial<Answer>;
  return (
    verdict !== undefined &&
    VERDICTS.includes(verdict) &&
    Array.isArray(reasons) &&
    reasons.length > 0 &&
    reasons.every((reason) => REASONS.includes(reason)) &&
    Array.isArray(flags) &&
    typeof identity === 'object' &&
    typeof help === 'object' &&
    typeof age === 'number'
  );
}
