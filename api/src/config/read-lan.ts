import { isIPv4 } from 'node:net';
import type { Config } from './config.ts';
import type { Variables } from './variables.ts';

/** Where phones of the same network reach the service; `npm start -- --lan` decides it for its processes. */
export function readLan(read: Variables): Pick<Config, 'lan'> {
  const addresses = read.parsed(
    'LAN_ADDRESSES',
    undefined,
    addressList,
    'give a comma list of IPv4 addresses',
  );
  const certificate = read.text('LAN_CERTIFICATE');
  if (!addresses && certificate === undefined) return {};
  if (addresses && certificate !== undefined) return { lan: { addresses, certificate } };
  read.fault('LAN_ADDRESSES and LAN_CERTIFICATE go together: `npm start -- --lan` sets both.');
  return {};
}

function addressList(text: string): string[] | undefined {
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every(isIPv4) ? addresses : undefined;
}
