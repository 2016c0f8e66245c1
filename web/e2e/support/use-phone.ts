import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import type { DemoService } from './demo-service.ts';
import { launchBrowser } from './launch-browser.ts';
import { watch } from './watch.ts';

/** The smallest phone that the pages are drawn for. */
export const SMALL: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  serviceWorkers: 'block',
};

/**
 * Phones for the tests of one file. After each test their pages are closed, and none of them may have asked a foreign
 * host, thrown, or broken the content security policy.
 */
export function usePhone(service: { get(): DemoService }) {
  const browsers = new Map<string, Promise<Browser>>();
  const contexts: { context: BrowserContext; faults: string[] }[] = [];

  afterEach(async () => {
    const faults = contexts.flatMap((each) => each.faults);
    await Promise.all(contexts.splice(0).map(({ context }) => context.close()));
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    for (const browser of browsers.values()) await (await browser).close();
  });

  return {
    /** A new phone that remembers nothing, with an empty page. */
    async take(options: BrowserContextOptions = {}, flags: readonly string[] = []): Promise<Page> {
      const key = flags.join(' ');
      const browser = browsers.get(key) ?? launchBrowser(flags);
      browsers.set(key, browser);
      const { url } = service.get();
      const context = await (await browser).newContext({ ...SMALL, baseURL: url, ...options });
      contexts.push({ context, faults: watch(context, url) });
      return context.newPage();
    },
  };
}
