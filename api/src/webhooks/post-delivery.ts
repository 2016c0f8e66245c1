import type { WebhookFailure } from '@assay/contract';
import { Client } from 'undici';
import { openConnection, type Route } from './open-connection.ts';
import { readEndpointUrl } from './read-endpoint-url.ts';
import { SendFault, whichFailure } from './send-fault.ts';

export interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** How an attempt ended: delivered unless there is a failure. */
export interface Reply {
  status?: number;
  failure?: WebhookFailure;
}

/** Sends one message and says how that ended; it never throws. */
export type Post = (message: Message) => Promise<Reply>;

/** From the question for the name's address to the reply's headers. */
export const TIMEOUT_MS = 10_000;
/** What is read of a reply's body, so that small ones end in peace; none of it is kept. */
const BODY_BYTES = 16_384;

/** @param timeoutMs when an attempt has failed */
export function postBy(route: Route, timeoutMs: number = TIMEOUT_MS): Post {
  return async (message) => {
    try {
      const status = await post(route, message, AbortSignal.timeout(timeoutMs));
      const failure = failureOf(status);
      return { status, ...(failure === undefined ? {} : { failure }) };
    } catch (error) {
      return { failure: whichFailure(error) };
    }
  };
}

/** One request on a connection of its own, which ends with it. Redirects are not followed: they are a reply like others. */
async function post(route: Route, { url, headers, body }: Message, signal: AbortSignal): Promise<number> {
  if (!readEndpointUrl(url, route.allowPrivate).ok) throw new SendFault('address-refused');
  const { origin, protocol, hostname, port, pathname, search } = new URL(url);
  const secure = protocol === 'https:';
  const to = {
    secure,
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (secure ? 443 : 80) : Number(port),
  };
  const client = new Client(origin, {
    pipelining: 1,
    connect: (_, done) => {
      openConnection(route, to, signal).then(
        (socket) => done(null, socket),
        (error: Error) => done(error, null),
      );
    },
  });
  try {
    const response = await client.request({
      method: 'POST',
      path: pathname + search,
      headers: { 'user-agent': 'Assay', 'content-type': 'application/json', ...headers },
      body,
      signal,
    });
    await response.body.dump({ limit: BODY_BYTES, signal }).catch(() => undefined);
    return response.statusCode;
  } finally {
    await client.destroy();
  }
}

function failureOf(status: number): WebhookFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return 'redirect';
  return status === 410 ? 'gone' : 'status';
}
