import type { Answer, CheckRequest } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import { answered, type Answered, isAnswer } from './answer-of.ts';
import { request } from './request.ts';

/** `POST /v1/checks`. Sent again with the same `attempt`, it is not observed twice. */
export async function postCheck(body: CheckRequest, signal?: AbortSignal): Promise<Answered<Answer>> {
  const reply = await request(
    paths.checks,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    signal,
  );
  return answered(reply, isAnswer, (answer) => answer);
}
