import { isIPv6 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves once `/readyz` of the api answers 200; rejects when `stop` is aborted before. */
export async function waitUntilReady(host: string, port: number, stop: AbortSignal): Promise<void> {
  const address = `http://${reachable(host)}:${port}/readyz`;
  while (!(await answers(address))) await sleep(50, undefined, { signal: stop });
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** An address that listens everywhere is reached through loopback. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return isIPv6(host) ? `[${host}]` : host;
}
