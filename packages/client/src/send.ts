import type { Problem } from '@assay/contract';
import { ServiceProblem, ServiceUnreachable } from './errors.ts';
import { waitBefore } from './wait-before.ts';

export interface ClientOptions {
  /** Where the service is: scheme and host. */
  origin: string;
  /** An API key; without one only checks and what is public can be asked. */
  key?: string;
  /** Ends what is under way, and what waits for another try. */
  signal?: AbortSignal;
  /** After how many milliseconds without an answer a try counts as lost. */
  timeoutMs?: number;
  fetch?: typeof fetch;
}

export interface Request {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string | undefined>;
  body?: object;
  /** Of an order that is to be done once: the same at every try. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

const TIMEOUT_MS = 30_000;

/**
 * Sends a request, again where that helps: every one may be, since orders carry a key by which they are done once.
 *
 * @returns the reply, which is a success
 * @throws ServiceProblem, ServiceUnreachable; the signal's reason once it is aborted
 */
export async function send(options: ClientOptions, request: Request): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const reply = await tryOnce(options, request);
    if (reply instanceof Response && reply.ok) return reply;
    const ending =
      reply instanceof Response ? { status: reply.status, retryAfter: reply.headers.get('retry-after') } : {};
    const wait = waitBefore(tries, ending);
    if (wait === undefined) throw reply instanceof Response ? await problemOf(reply) : reply;
    await pause(wait, options.signal);
  }
}

async function tryOnce(
  { origin, key, signal, timeoutMs = TIMEOUT_MS, fetch: ask = fetch }: ClientOptions,
  { method, path, query = {}, body, idempotencyKey, headers }: Request,
): Promise<Response | ServiceUnreachable> {
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return await ask(url, {
      method,
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
      headers: {
        accept: 'application/json, */*;q=0.5',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    return new ServiceUnreachable(`${url.host} did not answer`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** What the service says; whatever is no problem document of its comes from something in between. */
async function problemOf(response: Response): Promise<ServiceProblem | ServiceUnreachable> {
  const text = await response.text().catch(() => '');
  try {
    const problem = JSON.parse(text) as Problem;
    if (typeof problem.code === 'string') return new ServiceProblem(problem);
  } catch {
    // No JSON: told below.
  }
  return new ServiceUnreachable(
    `${new URL(response.url).host} answered ${response.status}, and not as this service does`,
  );
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
