import type { Config } from '../config/index.ts';
import { drawForTerminal } from './lan/draw-for-terminal.ts';

type Announced = Pick<Config, 'publicOrigin' | 'port' | 'demo' | 'lan'>;

/** What the person at the terminal is told once the service can be used. */
export function announcement({ publicOrigin, port, demo, lan }: Announced, colours: boolean): string {
  const samples = demo ? [`Codes to try it:   ${publicOrigin}/samples`] : [];
  if (!lan) return ['', `Assay is running:  ${publicOrigin}`, ...samples, END].join('\n');
  const origins = lan.addresses.map((address) => `https://${address}:${port}`);
  return [
    '',
    drawForTerminal(publicOrigin, { colours }),
    '',
    `Assay is running:  ${publicOrigin}`,
    ...origins.filter((origin) => origin !== publicOrigin).map((origin) => `             also:  ${origin}`),
    `On this machine:   http://localhost:${port}`,
    ...samples,
    WARNING,
    END,
  ].join('\n');
}

const WARNING = `
Scan the code with the camera of a phone in the same network. The phone warns once that the connection is not
private: this machine made the certificate itself, so nobody else vouches for it. Compare the address, then go on
("Advanced" or "Details"). Phones give their camera to encrypted addresses only, which is why there is no other.
`;

const END = 'Ctrl-C ends it.\n';
