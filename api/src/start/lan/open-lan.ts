import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { type Environment, loadConfig } from '../../config/index.ts';
import { chooseAddresses } from './choose-addresses.ts';
import { keepCertificate } from './keep-certificate.ts';

/**
 * The environment of a service that phones of the same network reach by https, and this machine as before by http. HOST
 * names the one address to use.
 *
 * @throws StartFault when there is no such address, ConfigFault
 */
export async function openLan(env: Environment): Promise<Environment> {
  const { dataDir, port } = loadConfig(env);
  const addresses = chooseAddresses(networkInterfaces(), env['HOST']?.trim() || undefined);
  const host = localName(hostname());
  const names = { addresses, ...(host === undefined ? {} : { host }) };
  const certificate = await keepCertificate(join(dataDir, 'lan'), names, new Date());
  return {
    ...env,
    HOST: '127.0.0.1',
    LAN_ADDRESSES: addresses.join(','),
    LAN_CERTIFICATE: certificate,
    PUBLIC_ORIGIN: env['PUBLIC_ORIGIN']?.trim() || `https://${addresses[0]}:${port}`,
  };
}

/** The name by which others in the same network may know this machine; undefined where it has none that fits. */
function localName(name: string): string | undefined {
  const first = name.split('.')[0]!.toLowerCase();
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(first) && first !== 'localhost'
    ? `${first}.local`
    : undefined;
}
