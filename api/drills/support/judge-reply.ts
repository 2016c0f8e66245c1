import { PROBLEMS, type ProblemCode, VERDICTS } from '@assay/contract';

export interface Judged {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
}

const STACK = /\bat [^\n]*[.:]\d+:\d+|node_modules|\.ts:\d+/;

/**
 * What is wrong with a reply to something odd: nothing, or the rules that it breaks. Problem details, or a page for who
 * asked a page; never a 500, and nothing of our inside.
 */
export function faultsOfReply(
  reply: Judged,
  asked: { method: string; url: string; statuses: readonly number[] },
): string[] {
  const { status, headers, body } = reply;
  const faults: string[] = [];
  if (!asked.statuses.includes(status)) faults.push(`status ${status}`);
  if (STACK.test(body) && !isFile(asked.url)) faults.push('shows a stack');
  if (status === 405 && !headers['allow']) faults.push('names no allowed method');
  if (status >= 400 && asked.method !== 'HEAD') faults.push(...faultsOfForm(reply));
  if (status === 200 && asked.method === 'POST' && asked.url === '/v1/checks') {
    const { verdict } = JSON.parse(body) as { verdict: (typeof VERDICTS)[number] };
    if (!VERDICTS.includes(verdict)) faults.push('an answer without a verdict');
  }
  return faults;
}

const isFile = (url: string) => /^\/(?:assets|sw|workbox)/.test(url);

function faultsOfForm({ status, headers, body }: Judged): string[] {
  const type = String(headers['content-type'] ?? 'none');
  if (type.startsWith('text/html')) return body.startsWith('<!doctype html>') ? [] : ['no page'];
  if (!type.startsWith('application/problem+json')) return [`content type ${type}`];
  const problem = JSON.parse(body) as { status: number; code: ProblemCode };
  return problem.status === status && PROBLEMS[problem.code] === status ? [] : ['problem of another status'];
}
