import { isIP } from 'node:net';

/** What some proxies write of their client: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const WITH_PORT = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/;

/**
 * Who is counted together: one IPv4 address, or one /64 of IPv6, which a single subscriber has to itself (design
 * section 10). An IPv4 address inside an IPv6 address is the IPv4 address.
 *
 * @param ip as the socket or the trusted proxy gives it
 * @returns what to count by; the same for everything that is no address
 */
export function addressOf(ip: string | undefined): string {
  if (ip === undefined) return 'none';
  const kind = isIP(ip);
  if (kind === 4) return ip;
  if (kind === 6) return networkOf(groupsOf(ip));
  const [, v6, v4] = WITH_PORT.exec(ip) ?? [];
  const bare = v6 ?? v4;
  return bare !== undefined && isIP(bare) ? addressOf(bare) : 'none';
}

function networkOf(groups: readonly number[]): string {
  const [, , , , , mark, high = 0, low = 0] = groups;
  const isMapped = mark === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight numbers of an IPv6 address, however it is spelt. */
function groupsOf(ip: string): number[] {
  const [address = ''] = ip.split('%');
  const [before = [], after] = address.split('::').map(numbersOf);
  if (!after) return before;
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

function numbersOf(groups: string): number[] {
  if (groups === '') return [];
  return groups.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}
