import type { IncomingHttpHeaders } from 'node:http';
import { request, type RequestOptions } from 'node:https';

export interface SecureReply {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came: compressed bytes stay compressed. */
  body: Buffer;
}

/** Asks over TLS, trusting only the certificate `ca`, on a connection of its own; `body` makes it a POST of JSON. */
export function askSecurely(
  url: string,
  { body, ...options }: RequestOptions & { ca: string; body?: unknown },
): Promise<SecureReply> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent: false, method: body === undefined ? 'GET' : 'POST', ...options });
    if (body !== undefined) asking.setHeader('content-type', 'application/json');
    asking.once('error', reject).once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asking.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
