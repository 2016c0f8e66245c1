import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, CheckRequest, Problem } from '@assay/contract';

/** One reply to a check that is made over and over; times in milliseconds of the wall clock. */
export interface Reply {
  sent: number;
  received: number;
  status: number;
  retryAfter: string | null;
  answer?: Answer;
  problem?: Problem;
}

export interface Watch {
  replies: Reply[];
  /** Ends the watch after the reply under way. */
  stop(): Promise<void>;
}

/** Checks one code over HTTP again and again, `lanes` at a time with pauses between, and keeps every reply. */
export function watch(origin: string, scan: CheckRequest, { lanes = 1, pauseMs = 5 } = {}): Watch {
  const replies: Reply[] = [];
  const stopped = new AbortController();
  const lane = async () => {
    while (!stopped.signal.aborted) {
      replies.push(await ask(origin, scan));
      await sleep(pauseMs);
    }
  };
  const ended = Promise.all(Array.from({ length: lanes }, lane));
  return {
    replies,
    async stop() {
      stopped.abort();
      await ended;
    },
  };
}

export async function ask(origin: string, scan: CheckRequest): Promise<Reply> {
  const sent = Date.now();
  const response = await fetch(`${origin}/v1/checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(scan),
  });
  const body = await response.json();
  const reply = { sent, received: Date.now(), status: response.status };
  const retryAfter = response.headers.get('retry-after');
  return response.status === 200
    ? { ...reply, retryAfter, answer: body as Answer }
    : { ...reply, retryAfter, problem: body as Problem };
}

/** When an answer was computed; undefined for what is none. */
export function computedAt({ answer }: Reply): number | undefined {
  return answer && Date.parse(answer.asOf);
}

/** R1: not an answer, and a hint when to ask again. */
export function isUnavailable({ status, problem, retryAfter }: Reply): boolean {
  return status === 503 && problem?.code === 'unavailable' && Number(retryAfter) > 0;
}
