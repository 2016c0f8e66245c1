import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { bracketed } from './support/bracketed.ts';
import { shown, typeCode } from './support/screen.ts';
import { usePhone } from './support/use-phone.ts';
import { useService } from './support/use-service.ts';

const service = useService();
const phone = usePhone(service);

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const pages: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto('/'),
  typed: (page) => page.goto('/type'),
  'letters typed': (page) => page.goto('/type?by=letters'),
  blue: (page) => typeCode(page, bracketed(service.sample('A box of medicine with its unit code'))),
  grey: (page) => typeCode(page, service.sample('The barcode of an infant milk').text),
  'unit code required': (page) => typeCode(page, service.sample('The barcode of a medicine').text),
  amber: (page) => typeCode(page, bracketed(service.sample('A code that was checked in many provinces'))),
  red: async (page) => {
    await typeCode(page, bracketed(service.sample('A code that an authority decided on')));
    await page.locator('[data-main] button').click();
  },
  link: (page) => typeCode(page, service.sample('A QR code to a page of somebody else').text),
  misread: (page) => typeCode(page, '9521001000018'),
  'not checked': async (page) => {
    await page.route('**/v1/checks', (route) => route.abort());
    await typeCode(page, '9521001000016');
  },
  history: async (page) => {
    await typeCode(page, service.sample('The barcode of a medicine').text);
    await page.getByRole('link', { name: 'Lịch sử kiểm tra' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Lịch sử kiểm tra' }).waitFor();
    await page.locator('main li').first().waitFor();
  },
  help: (page) => page.goto('/help'),
  report: (page) => page.goto('/report'),
  samples: async (page) => {
    await page.goto('/samples');
    await page.locator('ol > li').first().waitFor();
  },
};

/** In full every colour scheme with every language; else each of them once. */
function schemesOf(lang: string): ('light' | 'dark')[] {
  if (process.env['ASSAY_DRILL'] === 'full') return ['light', 'dark'];
  return [lang === 'vi' ? 'light' : 'dark'];
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('WCAG 2.2 A and AA', () => {
  test.each(Object.keys(pages))('hold on the page "%s", light and dark, in both languages', async (name) => {
    const page = await phone.take({ colorScheme: 'light' });
    await pages[name]!(page);
    await page.locator('h1').waitFor({ state: 'attached' });
    for (const lang of ['vi', 'en']) {
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(lang);
      for (const colorScheme of schemesOf(lang)) {
        await page.emulateMedia({ colorScheme });
        expect([lang, colorScheme, ...(await violations(page))]).toEqual([lang, colorScheme]);
      }
      await page.locator('header [hreflang]').click();
    }
  });
});

describe('the keyboard alone', () => {
  test('types a code, sends it, stands on the headline and reaches the main button', async () => {
    const page = await phone.take();
    await page.goto('/');
    await tabTo(page, 'Nhập số');
    await page.keyboard.press('Enter');
    await page.locator('h1:focus').waitFor();
    expect(await page.locator('h1:focus').innerText()).toBe('Nhập số');
    await tabTo(page, '#typed-field');
    await page.keyboard.type(service.sample('The barcode of a medicine').text);
    await page.keyboard.press('Enter');
    await shown(page);
    await page.locator('article h1:focus').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-main]') !== null)).toBe(true);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).not.toBe('none');
  });

  test('skips the bar of the page', async () => {
    const page = await phone.take();
    await page.goto('/help');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

/** Presses Tab until the focus is on the element with this text, or that fits this selector. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate((wanted) => {
      const { activeElement: active } = document;
      return active?.textContent?.trim() === wanted || (wanted.startsWith('#') && active?.matches(wanted));
    }, what);
    if (reached) return;
  }
  throw new Error(`Tab never reaches ${what}`);
}

describe('type of twice the size', () => {
  test.each(Object.keys(pages))('on the page "%s" needs no scrolling sideways at 320 px', async (name) => {
    const page = await phone.take({ viewport: { width: 320, height: 640 } });
    await pages[name]!(page);
    await page.locator('h1').waitFor({ state: 'attached' });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(320);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await width()).toBe(320);
  });
});
