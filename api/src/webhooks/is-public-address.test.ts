import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './is-public-address.ts';

/** First and last address of each range: `kind range first last`, as IANA's registries list them. */
const ranges = readFileSync(new URL('./special-addresses.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as [range: string, first: string, last: string]);

describe('isPublicAddress', () => {
  it.each(ranges)('refuses %s from its first to its last address', (_, first, last) => {
    expect([isPublicAddress(first), isPublicAddress(last)]).toEqual([false, false]);
  });

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '223.255.255.255',
    '2400:cb00:2048:1::c629:d7a2',
    '2a00:1450:4001:81b::200e',
    '64:ff9b::101:101',
  ])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '::ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '::127.0.0.1',
    '2002:7f00:1::',
    'fe80::1%eth0',
    '168.63.129.16',
  ])('sees through %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['0x7f.1', '2130706433', '127.1', '0177.0.0.1', '010.8.8.8', '8.8.8.8.', 'localhost', ''])(
    'knows no address in "%s"',
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );
});
