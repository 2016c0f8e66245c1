import type { Problem } from '@assay/contract';

/** Why there is no answer: none of it says anything about a product (R1). */
export type WhyNot = 'offline' | 'timeout' | 'busy' | 'stale' | 'unreadable';

export type Reply =
  | { kind: 'ok'; body: unknown; took: number }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'not-checked'; why: WhyNot };

const PATIENCE = 8000;

/** The faults of a request that a person can mend; everything else means "not checked". */
const MENDABLE = new Set(['misread', 'malformed-code', 'invalid-request', 'not-found', 'too-large']);

/**
 * The only place that fetches. JSON in, JSON out, at most 8 s; it rejects only when `signal` aborts it.
 * `took`: milliseconds from sending to the last byte.
 */
export async function request(path: string, init: RequestInit, signal?: AbortSignal): Promise<Reply> {
  const started = performance.now();
  const patience = new AbortController();
  const giveUp = () => patience.abort();
  const timer = setTimeout(giveUp, PATIENCE);
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    const response = await fetch(path, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      signal: patience.signal,
    });
    const body: unknown = await response.json();
    if (response.status === 200) return { kind: 'ok', body, took: performance.now() - started };
    return isMendable(body) ? { kind: 'problem', problem: body } : { kind: 'not-checked', why: 'busy' };
  } catch (error) {
    if (signal?.aborted) throw error;
    if (patience.signal.aborted) return { kind: 'not-checked', why: 'timeout' };
    return { kind: 'not-checked', why: error instanceof SyntaxError ? 'unreadable' : 'offline' };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

function isMendable(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && MENDABLE.has((body as Partial<Problem>).code ?? '');
}
