import type { BrowserContext, ConsoleMessage } from 'playwright-core';
import { paths } from '@assay/contract/paths';

/**
 * What no page may do, noted as it happens: ask a foreign host, break the content security policy, throw, or miss a
 * file. Chromium itself reports every reply that is no answer as an error; for checks these are wanted.
 */
export function watch(context: BrowserContext, origin: string): string[] {
  const faults: string[] = [];
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:' && protocol !== 'blob:')
      faults.push(`asks ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !isReplyToCheck(message)) {
      faults.push(`${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (thrown) => faults.push(String(thrown.error())));
  return faults;
}

const CHECKS = [paths.checks, paths.checkForm, paths.shared('')];

function isReplyToCheck(message: ConsoleMessage): boolean {
  const { url } = message.location();
  if (!message.text().startsWith('Failed to load resource') || !url) return false;
  const { pathname } = new URL(url);
  return CHECKS.some((path) => pathname.startsWith(path));
}
