import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Lang } from '../../src/i18n/index.ts';
import { replaceCamera } from '../camera/replace-camera.ts';
import { bracketed } from './bracketed.ts';
import type { DemoService } from './demo-service.ts';
import { shown, typeCode } from './screen.ts';
import { tableScene } from './table-scene.ts';

export interface Picture {
  /** Of its file, without `.png`. */
  name: string;
  lang?: Lang;
  options?: BrowserContextOptions;
  show: (page: Page) => Promise<unknown>;
}

const DARK: BrowserContextOptions = { colorScheme: 'dark' };
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** What `npm run screens` shows: the answers A to H of the design and the pages around them. */
export function picturesOf({ samples }: DemoService): Picture[] {
  const sample = (start: string) => samples.find(({ title }) => title.en.startsWith(start))!;
  const plain = (start: string) => (page: Page) => typeCode(page, sample(start).text);
  const unit = (start: string) => (page: Page) => typeCode(page, bracketed(sample(start)));
  const twice = (start: string) => async (page: Page) => {
    await unit(start)(page);
    await unit(start)(page);
  };
  const registered = unit('A box of medicine with its unit code');
  const milk = plain('The barcode of an infant milk');
  const wandering = unit('A code that was checked in many provinces');
  const decided = unit('A code that an authority decided on');

  return [
    { name: 'home', show: atCamera },
    { name: 'home-desktop-dark', options: { ...DESK, ...DARK }, show: atCamera },
    { name: 'typed', show: typing },
    { name: 'a-registered', show: registered },
    { name: 'a-registered-dark', options: DARK, show: registered },
    { name: 'a-registered-en', lang: 'en', show: registered },
    { name: 'b-milk', show: milk },
    { name: 'b-milk-desktop', options: DESK, show: milk },
    { name: 'b-milk-recalled-lot', show: async (page) => (await milk(page), enterLot(page, 'b 03')) },
    { name: 'c-not-registered', show: unregistered },
    { name: 'd-scan-again', show: unit('A unit code that the maker never had') },
    { name: 'd-serial-not-issued', show: twice('A unit code that the maker never had') },
    { name: 'e-many-places', show: wandering },
    { name: 'e-many-places-dark-en', lang: 'en', options: DARK, show: wandering },
    { name: 'f-decision', show: decided },
    { name: 'f-decision-desktop-dark', options: { ...DESK, ...DARK }, show: decided },
    { name: 'f-warning', show: plain('Goods that nobody registered, with a warning') },
    { name: 'g-registration-number', show: plain('The registration number on a blister') },
    { name: 'h-not-checked', show: notChecked },
    { name: 'unit-code-required', show: plain('The barcode of a medicine') },
    { name: 'history-dark', options: DARK, show: history },
    {
      name: 'samples-desktop',
      options: DESK,
      show: async (page) => (await page.goto('/samples'), listed(page)),
    },
    { name: 'shared', show: shared },
    { name: 'help', show: (page) => page.goto('/help') },
  ];

  async function unregistered(page: Page): Promise<void> {
    const nobody = samples.find(({ title }) => title.en === 'Goods that nobody registered')!;
    await typeCode(page, nobody.text);
  }

  async function history(page: Page): Promise<void> {
    for (const show of [decided, wandering, milk, registered]) await show(page);
    await page.goto('/history');
    await listed(page);
  }

  /** As another phone sees it, which did not make the check. */
  async function shared(page: Page): Promise<void> {
    await registered(page);
    await page.goto('/history');
    const link = await page.locator('main li a').getAttribute('href');
    await page.getByRole('button', { name: /^Xóa .* khỏi lịch sử$/ }).click();
    await page.getByText('Chưa kiểm tra mã nào').waitFor();
    await page.goto(link ?? '');
    await shown(page);
  }

  async function notChecked(page: Page): Promise<void> {
    await page.route('**/v1/checks', (route) => route.abort());
    await milk(page);
  }

  async function atCamera(page: Page): Promise<void> {
    await replaceCamera(page);
    await page.goto('/');
    await page.locator('video').waitFor();
    const { width, height, grey } = tableScene();
    await page.evaluate((scene) => globalThis.testCamera.paint(scene.width, scene.height, scene.grey), {
      width,
      height,
      grey: Buffer.from(grey).toString('base64'),
    });
    await page.waitForTimeout(1500);
  }
}

async function typing(page: Page): Promise<void> {
  await page.goto('/type');
  await page.locator('#typed-field').fill('8 934563 138165');
}

async function enterLot(page: Page, lot: string): Promise<void> {
  await page.locator('#lot-field').fill(lot);
  await page.locator('#lot button[type=submit]').click();
  await page.locator('article[data-state=recalled]').waitFor();
}

const listed = (page: Page) => page.locator('main li').first().waitFor();
