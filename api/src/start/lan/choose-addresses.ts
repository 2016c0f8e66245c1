import { BlockList, isIPv4 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import { StartFault } from '../say.ts';

type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>;

/** Of containers, virtual machines and tunnels: no phone is behind them. */
const VIRTUAL =
  /^(docker|br-|bridge|veth|virbr|vmnet|vboxnet|vEthernet|podman|cni|lxc|tun|tap|utun|wg|tailscale|zt)/i;

/** Those that no stranger on the internet can reach (RFC 6890), the likeliest of a home or an office first. */
const LOCAL: readonly (readonly [network: string, prefix: number])[] = [
  ['192.168.0.0', 16],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['100.64.0.0', 10],
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['198.18.0.0', 15],
];

/**
 * The IPv4 addresses under which phones of the same network reach this machine, the likeliest first.
 *
 * @param interfaces as of `os.networkInterfaces()`
 * @param wanted the one to use instead: HOST
 * @throws StartFault when there is none, or the wanted one is not of this machine
 */
export function chooseAddresses(interfaces: Interfaces, wanted: string | undefined): string[] {
  const all = Object.entries(interfaces).flatMap(([name, entries = []]) =>
    entries
      .filter(({ address, internal }) => isIPv4(address) && !internal)
      .map(({ address }) => ({ name, address })),
  );
  if (wanted !== undefined) {
    if (all.some(({ address }) => address === wanted)) return [wanted];
    const own = all.map(({ address }) => address).join(', ') || 'none';
    throw new StartFault(
      `HOST=${wanted} is no address at which phones reach this machine: leave HOST out, or give one of its own (${own}).`,
    );
  }
  const chosen = all
    .filter(({ name, address }) => !VIRTUAL.test(name) && rank(address) < LOCAL.length)
    .map(({ address }) => address)
    .sort((a, b) => rank(a) - rank(b));
  if (chosen.length > 0) return chosen;
  throw new StartFault(
    all.length === 0
      ? 'This machine is in no network, so no phone can reach it: connect it to the Wi-Fi of the phone, then start again.'
      : `This machine has no address in a local network (only ${all.map(({ address }) => address).join(', ')}): ` +
          'connect it to the Wi-Fi of the phone, or give the address to use as HOST.',
  );
}

/** How many networks of `LOCAL` come before that of the address; their number for an address in none of them. */
function rank(address: string): number {
  const found = LOCAL.findIndex(([network, prefix]) => {
    const list = new BlockList();
    list.addSubnet(network, prefix);
    return list.check(address);
  });
  return found === -1 ? LOCAL.length : found;
}
