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
  const [a = 0, b = 0, c = 0, d = 0, e, mark, high = 0, low = 0] = groups;
  const isMapped = mark === 0xffff && !a && !b && !c && !d && !e;
  if (isMapped) return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  return `${a.toString(16)}:${b.toString(16)}:${c.toString(16)}:${d.toString(16)}::/64`;
}

/** The eight numbers of an IPv6 address, however it is spelt. */
function groupsOf(ip: string): number[] {
  const zone = ip.indexOf('%');
  const address = zone < 0 ? ip : ip.slice(0, zone);
  const gap = address.indexOf('::');
  if (gap < 0) return numbersOf(address);
  const before = numbersOf(address.slice(0, gap));
  const after = numbersOf(address.slice(gap + 2));
  while (before.length + after.length < 8) before.push(0);
  return before.concat(after);
}

function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  if (text === '') return numbers;
  for (const group of text.split(':')) {
    if (group.includes('.')) {
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
      numbers.push(a * 256 + b, c * 256 + d);
    } else numbers.push(Number.parseInt(group, 16));
  }
  return numbers;
}
