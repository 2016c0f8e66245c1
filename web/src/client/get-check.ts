import type { CheckAgain } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { answered, type Answered, isAnswer } from './answer-of.ts';
import { request } from './request.ts';

/** `GET /v1/checks/{checkId}`: what was said then and what is known now; nothing is observed. */
export async function getCheck(checkId: string, signal?: AbortSignal): Promise<Answered<CheckAgain>> {
  const reply = await request(paths.check(checkId), {}, signal);
  return answered(reply, isCheckAgain, ({ now }) => now);
}

function isCheckAgain(body: unknown): body is CheckAgain {
  const { then, now } = (body ?? {}) as Partial<CheckAgain>;
  return Array.isArray(then?.reasons) && isAnswer(now);
}
