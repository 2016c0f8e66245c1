import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What decides about a reader: the socket's own address, never one that a header tells. */
export interface Reader {
  socketAddress: string | undefined;
  headers: IncomingHttpHeaders;
}

/**
 * Whether somebody may read the metrics: with the token, or from this very machine. A proxy on the same machine is no
 * such reader: it says for whom it asks, or asks for a host that is not this machine.
 *
 * @param token METRICS_TOKEN; without it nobody may from elsewhere
 */
export function mayRead({ socketAddress, headers }: Reader, token: string | undefined): boolean {
  if (token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true;
  return isLoopback(socketAddress) && !isForwarded(headers) && namesThisMachine(headers.host);
}

function isSame(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/i.test(address);
}

/** `Forwarded` (RFC 7239), `Via` (RFC 9110) and what proxies wrote before these. */
function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => /^(forwarded|via|x-real-ip|x-forwarded-.*)$/.test(name));
}

/** Keeps out proxies that tell nothing, and web pages whose name was made to point here. */
function namesThisMachine(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
}
