import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePhone } from './support/use-phone.ts';
import { useService } from './support/use-service.ts';

const service = useService();
const phone = usePhone(service);

const SMALL = { viewport: { width: 360, height: 640 } };
const LARGE = { viewport: { width: 1280, height: 900 }, hasTouch: false };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function open(options: BrowserContextOptions): Promise<Page> {
  const page = await phone.take(options);
  const reply = await page.goto('/reference');
  expect(reply?.status()).toBe(200);
  return page;
}

test.each([
  ['a small phone, light', { ...SMALL, colorScheme: 'light' }],
  ['a large screen, dark', { ...LARGE, colorScheme: 'dark' }],
] as const)(
  'the reference can be read by everybody on %s, and nothing is wider than it',
  async (_, options) => {
    const page = await open(options);
    const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
      [],
    );
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(options.viewport.width);
  },
);

test('the reference wears its own style, and asks for nothing but itself', async () => {
  const page = await phone.take(LARGE);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/reference', { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path !== '/icon.svg')).toEqual(['/reference']);
  const font = await page
    .locator('.method')
    .first()
    .evaluate((method) => getComputedStyle(method).borderTopStyle);
  expect(font).toBe('solid');
  const columns = await page.locator('.page').evaluate((grid) => getComputedStyle(grid).gridTemplateColumns);
  expect(columns.split(' ')).toHaveLength(2);
});

test('the reference leads without script from an operation to what it takes and answers', async () => {
  const page = await open({ ...SMALL, javaScriptEnabled: false });
  expect(await page.title()).toBe('Reference of the interface - Assay');
  await page.getByRole('link', { name: 'POST /v1/checks' }).click();
  const operation = page.locator('#post-v1-checks');
  await operation.getByRole('link', { name: 'Answer' }).click();
  expect(new URL(page.url()).hash).toBe('#schema-Answer');
  const answer = page.locator('#schema-Answer');
  expect(await answer.boundingBox().then((box) => box && box.y >= 0 && box.y < 640)).toBe(true);
  expect(await answer.innerText()).toContain('reported-counterfeit');
});

test('the reference is itself also where the app is installed', async () => {
  const page = await phone.take({ serviceWorkers: 'allow' });
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.goto('/reference');
  expect(await page.locator('h1').innerText()).toBe('Reference of the interface');
});
