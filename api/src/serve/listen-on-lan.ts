import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:tls';
import type { Config } from '../config/index.ts';

const HANDSHAKE_MS = 5_000;

/**
 * Takes encrypted connections at the addresses of the LAN as well and hands them to the server, which treats them as
 * its own. To be called once the server listens.
 *
 * @returns ends it: takes no new ones and waits for those that the server still has
 */
export async function listenOnLan(
  server: Server,
  { lan, port }: Pick<Config, 'lan' | 'port'>,
): Promise<() => Promise<void>> {
  if (!lan) return async () => undefined;
  const pem = readFileSync(lan.certificate);
  const listeners = lan.addresses.map((address) => {
    const options = { key: pem, cert: pem, handshakeTimeout: HANDSHAKE_MS, ALPNProtocols: ['http/1.1'] };
    return createServer(options, (socket) => server.emit('connection', socket)).listen(port, address);
  });
  await Promise.all(listeners.map((listener) => once(listener, 'listening')));
  return async () => {
    await Promise.all(listeners.map((listener) => once(listener.close(), 'close')));
  };
}
