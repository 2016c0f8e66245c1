import { describe, expect, it } from 'vitest';
import { readEndpointUrl } from './read-endpoint-url.ts';

describe('readEndpointUrl', () => {
  it.each([
    ['https://maker.example/hooks?for=assay', 'https://maker.example/hooks?for=assay'],
    ['HTTPS://Maker.Example:443', 'https://maker.example/'],
    ['https://maker.example:8443/', 'https://maker.example:8443/'],
    ['https://mã.example/', 'https://xn--m-yfa.example/'],
    ['https://1.1.1.1/', 'https://1.1.1.1/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ])('takes %s', (text, url) => {
    expect(readEndpointUrl(text, false)).toEqual({ ok: true, url });
  });

  it.each([
    ['maker.example', 'no address'],
    ['/hooks', 'no address'],

    ['http://maker.example/', 'https://'],
    ['ftp://maker.example/', 'https://'],
    ['file:///etc/passwd', 'https://'],
    ['https://user@maker.example/', 'user'],
    ['https://:word@maker.example/', 'user'],
    ['https://maker.example/#here', 'fragment'],
    ['https://maker.example:25/', 'port'],
    ['https://localhost/', 'private'],
    ['https://127.0.0.1/', 'private'],
    ['https://169.254.169.254/latest/meta-data', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:127.0.0.1]/', 'unusual'],
    ['https://[::ffff:7f00:1]/', 'private'],
    ['https://0x7f.1/', 'unusual'],
    ['https://2130706433/', 'unusual'],
    ['https://0177.0.0.1/', 'unusual'],
    ['https://127.1/', 'unusual'],
    ['https://0x08080808/', 'unusual'],
    ['https://１２７.０.０.１/', 'unusual'],
  ])('refuses %s', (text, word) => {
    expect(readEndpointUrl(text, false)).toEqual({ ok: false, why: expect.stringContaining(word) as string });
  });

  it('refuses what is longer than any address needs', () => {
    expect(readEndpointUrl(`https://maker.example/${'x'.repeat(2000)}`, false).ok).toBe(false);
  });

  it('takes http and private addresses only where the setting says so, and never a user or an unusual spelling', () => {
    for (const url of ['http://127.0.0.1:9000/hook', 'https://erp/hook', 'http://10.0.0.7/'])
      expect(readEndpointUrl(url, true)).toEqual({ ok: true, url });
    for (const url of ['http://user@10.0.0.7/', 'http://0x7f.1/', 'gopher://10.0.0.7/'])
      expect(readEndpointUrl(url, true).ok).toBe(false);
  });
});
