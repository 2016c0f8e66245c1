import { describe, expect, it } from 'vitest';
import { StartFault } from '../say.ts';
import { chooseAddresses } from './choose-addresses.ts';

const at = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4') => [{ address, family, internal: false }];
const loopback = [{ address: '127.0.0.1', family: 'IPv4' as const, internal: true }];

describe('the addresses for phones of the same network', () => {
  it('are the local ones of real interfaces, the likeliest of a home first', () => {
    const interfaces = {
      lo: loopback,
      docker0: at('172.17.0.1'),
      tailscale0: at('100.101.102.103'),
      eth0: [...at('10.1.2.3'), ...at('fe80::1', 'IPv6')],
      wlan0: at('192.168.1.20'),
      eth1: at('8.8.8.8'),
      usb0: at('169.254.3.4'),
    };
    expect(chooseAddresses(interfaces, undefined)).toEqual(['192.168.1.20', '10.1.2.3']);
  });

  it('are the one that is asked for, whatever network it is of', () => {
    const interfaces = { lo: loopback, wlan0: at('192.168.1.20'), eth1: at('8.8.8.8') };
    expect(chooseAddresses(interfaces, '8.8.8.8')).toEqual(['8.8.8.8']);
  });

  it.each([
    ['without a network', { lo: loopback }, undefined, 'connect it to the Wi-Fi'],
    ['only on the internet', { eth1: at('8.8.8.8') }, undefined, 'only 8.8.8.8'],
    ['and another address is asked for', { wlan0: at('192.168.1.20') }, '192.168.1.21', '(192.168.1.20)'],
    [
      'and loopback is asked for',
      { lo: loopback, wlan0: at('10.0.0.2') },
      '127.0.0.1',
      'no address at which',
    ],
  ])('are refused with what to do %s', (_, interfaces, wanted, words) => {
    expect(() => chooseAddresses(interfaces, wanted)).toThrow(StartFault);
    expect(() => chooseAddresses(interfaces, wanted)).toThrow(words);
  });
});
