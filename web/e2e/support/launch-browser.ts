import { type Browser, chromium } from 'playwright-core';
import { QUIET_CHROMIUM } from '../camera/chromium-flags.ts';

export const launchBrowser = (flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...QUIET_CHROMIUM, ...flags],
  });
