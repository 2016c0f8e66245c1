import type { Config } from './config.ts';
import { origin, smtpUrl } from './parse-values.ts';
import type { Variables } from './variables.ts';

/**
 * The consoles and their mail. The demo serves both apps from one port, under two names of it; in earnest two origins are
 * given, since a page of shoppers must never reach the cookies of a console.
 */
export function readConsole(
  read: Variables,
  { demo, port, publicOrigin }: Pick<Config, 'demo' | 'port' | 'publicOrigin'>,
): Pick<Config, 'consoleOrigin' | 'smtpUrl' | 'mailFrom'> {
  const consoleOrigin = read.parsed(
    'CONSOLE_ORIGIN',
    demo ? `http://console.localhost:${port}` : undefined,
    origin,
    'give scheme, host and port and nothing else, like https://console.assay.example',
  );
  if (consoleOrigin !== undefined && consoleOrigin === publicOrigin) {
    read.fault('CONSOLE_ORIGIN and PUBLIC_ORIGIN are the same: give consoles an origin of their own.');
  }
  const smtp = read.parsed(
    'SMTP_URL',
    undefined,
    smtpUrl,
    'give an address like smtps://user:password@mail.example:465, or nothing',
  );
  return {
    ...(consoleOrigin === undefined ? {} : { consoleOrigin }),
    ...(smtp === undefined ? {} : { smtpUrl: smtp }),
    mailFrom: read.text('MAIL_FROM') ?? `Assay <assay@${new URL(publicOrigin).hostname}>`,
  };
}
