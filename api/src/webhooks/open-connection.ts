import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { isPublicAddress } from './is-public-address.ts';
import type { Resolve } from './resolve-name.ts';
import { SendFault } from './send-fault.ts';

export interface Route {
  resolve: Resolve;
  /** The setting WEBHOOK_ALLOW_PRIVATE. */
  allowPrivate: boolean;
  /** Certificates to trust instead of the public ones, as PEM. */
  ca?: string;
}

export interface Destination {
  secure: boolean;
  /** A name, or an address without brackets. */
  host: string;
  port: number;
}

const MOST_ADDRESSES = 3;
const CONNECT_TIMEOUT_MS = 4000;

/**
 * Connects to a host whose every address is public: looks its name up once, and connects to what was looked at, so that
 * a name cannot stand for another address a moment later. The certificate must be the name's.
 *
 * @throws SendFault `name-not-found`; `address-refused` as soon as one address is not public; the socket's error
 */
export async function openConnection(route: Route, to: Destination, signal: AbortSignal): Promise<Socket> {
  const addresses = isIP(to.host) ? [to.host] : await route.resolve(to.host, signal);
  signal.throwIfAborted();
  if (addresses.length === 0) throw new SendFault('name-not-found');
  if (!route.allowPrivate && !addresses.every(isPublicAddress)) throw new SendFault('address-refused');
  let fault: unknown;
  for (const address of addresses.slice(0, MOST_ADDRESSES)) {
    try {
      return await connectTo(address, route, to, signal);
    } catch (error) {
      signal.throwIfAborted();
      fault = error;
    }
  }
  throw fault;
}

async function connectTo(
  address: string,
  { ca }: Route,
  { secure, host, port }: Destination,
  signal: AbortSignal,
): Promise<Socket> {
  const socket = secure
    ? connectSecure({
        host: address,
        port,
        ALPNProtocols: ['http/1.1'],
        ...(isIP(host) ? {} : { servername: host }),
        ...(ca === undefined ? {} : { ca }),
      })
    : connectPlain({ host: address, port });
  try {
    const soon = AbortSignal.any([signal, AbortSignal.timeout(CONNECT_TIMEOUT_MS)]);
    await once(socket, secure ? 'secureConnect' : 'connect', { signal: soon });
    return socket.setNoDelay(true);
  } catch (error) {
    socket.on('error', () => undefined).destroy();
    throw error;
  }
}
