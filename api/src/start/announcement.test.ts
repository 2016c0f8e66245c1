import { describe, expect, it } from 'vitest';
import { readTerminalCode } from '../../test/support/read-terminal-code.ts';
import { announcement } from './announcement.ts';

const LAN = {
  publicOrigin: 'https://192.168.1.20:8080',
  port: 8080,
  demo: true,
  lan: { addresses: ['192.168.1.20', '10.1.2.3'], certificate: '' },
};

describe('what the person at the terminal is told', () => {
  it('is the address, and that of the samples where there are some', () => {
    const alone = { publicOrigin: 'http://localhost:8080', port: 8080 };
    expect(announcement({ ...alone, demo: true }, true)).toBe(
      '\nAssay is running:  http://localhost:8080\nCodes to try it:   http://localhost:8080/samples\nCtrl-C ends it.\n',
    );
    expect(announcement({ ...alone, demo: false }, true)).not.toContain('samples');
  });

  it.each([
    ['dark on light by its colours', true, 'dark'],
    ['light on dark without', false, 'light'],
  ] as const)('for phones is the address as a code that they read, %s', async (_, colours, drawn) => {
    const text = announcement(LAN, colours);
    expect(await readTerminalCode(text, drawn)).toBe('https://192.168.1.20:8080');
    expect(text.includes('\u001b')).toBe(colours);
  });

  it('for phones is every address, that of this machine, and why the phone warns', () => {
    const text = announcement(LAN, false);
    for (const words of [
      'Assay is running:  https://192.168.1.20:8080',
      'also:  https://10.1.2.3:8080',
      'On this machine:   http://localhost:8080',
      'warns once',
      'made the certificate itself',
    ])
      expect(text).toContain(words);
  });

  it('for phones is the origin that was given, whatever the addresses are', async () => {
    const text = announcement({ ...LAN, publicOrigin: 'https://assay.example' }, true);
    expect(await readTerminalCode(text, 'dark')).toBe('https://assay.example');
    expect(text).toContain('also:  https://192.168.1.20:8080');
  });
});
