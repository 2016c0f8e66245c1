import autocannon from 'autocannon';
import type { CheckRequest } from '@assay/contract';

export const CONNECTIONS = 64;

/** What a route did under load. */
export interface Load {
  /** Replies a second. */
  rate: number;
  /** Milliseconds. */
  p99: number;
  failed: number;
}

/** Posts checks to a path as fast as the server answers. */
export async function load(url: string, ask: () => CheckRequest, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(ask()) }),
      },
    ],
  });
  return {
    rate: result.requests.average,
    p99: Math.max(result.latency.p99, 1),
    failed: result.non2xx + result.errors,
  };
}
