import { SocketAddress } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from './address-of.ts';

const group = fc.integer({ min: 0, max: 0xffff });

describe('who is counted together', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['[2001:db8::1]:4711', '2001:db8:0:0::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
  ])('%s is %s', (ip, address) => expect(addressOf(ip)).toBe(address));

  it.each(['unknown', '', '1.2.3', '999.1.1.1', '_hidden', 'x'.repeat(10_000), '[::1', undefined])(
    'everything that is no address is counted as one: %s',
    (ip) => expect(addressOf(ip)).toBe('none'),
  );

  it('only the first half of an IPv6 address matters, however the whole is spelt', () => {
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 8, maxLength: 8 }),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (groups, rest) => {
          const spell = (parts: number[]) => parts.map((part) => part.toString(16)).join(':');
          const long = spell([1, ...groups.slice(1)]);
          const short = new SocketAddress({ address: long, family: 'ipv6' }).address;
          const neighbour = spell([1, ...groups.slice(1, 4), ...rest]);
          expect(addressOf(short)).toBe(addressOf(long));
          expect(addressOf(neighbour)).toBe(addressOf(long));
        },
      ),
    );
  });
});
