import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cameraFlags, QUIET_CHROMIUM, WITHOUT_WASM } from './chromium-flags.ts';
import { drawLabel, type Label } from './label.ts';
import { makeCameraVideo } from './make-video.ts';
import { blank, stacked, turned } from './picture.ts';
import { toPng } from './png.ts';
import { replaceCamera } from './replace-camera.ts';
import { servePage } from './serve-page.ts';

const GS = '\u001D';
const EAN: Label = { format: 'ean_13', text: '9521234567899' };
const MATRIX: Label = { format: 'data_matrix', text: `]d2010952123456789910B03${GS}217Ab+x` };
const ADVERTISEMENT: Label = { format: 'qr_code', text: 'https://shop.example/win' };
const MATRIX_READING = { text: MATRIX.text.slice(3), format: 'data_matrix', aim: ']d2' };
const LINK: Label = { format: 'qr_code', text: 'https://assay.example/01/09521234567899/21/7Ab' };

let folder: string;
let site: Awaited<ReturnType<typeof servePage>>;
let browser: Browser | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'camera-'));
  site = await servePage();
});

afterEach(async () => {
  await browser?.close();
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

async function open(flags: string[], options: BrowserContextOptions = {}): Promise<Page> {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...QUIET_CHROMIUM, ...flags],
  });
  const context = await browser.newContext(options);
  return context.newPage();
}

/** A page whose camera is a video of these codes; the scanner runs on it. */
async function filming(codes: Label[], flags: string[] = []): Promise<Page> {
  const file = join(folder, 'camera.y4m');
  await makeCameraVideo({ codes, file });
  const page = await open([...cameraFlags(file), ...flags]);
  await mountAt(page, site.url);
  return page;
}

async function mountAt(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'scanner' in globalThis);
  await page.evaluate(() => scanner.mount());
}

async function firstReading(page: Page) {
  await page.waitForFunction(() => scanner.readings.length > 0);
  return page.evaluate(() => scanner.readings);
}

async function unavailable(page: Page) {
  await page.waitForFunction(() => scanner.unavailable.length > 0);
  return page.evaluate(() => scanner.unavailable);
}

describe('with WebAssembly', () => {
  test('a DataMatrix is read with its identifier and separators', async () => {
    const page = await filming([MATRIX]);
    expect(await firstReading(page)).toEqual([MATRIX_READING]);
  });

  test('an EAN-13 is read', async () => {
    const page = await filming([EAN]);
    expect(await firstReading(page)).toEqual([{ ...EAN, aim: ']E0' }]);
  });
});

describe('without WebAssembly', () => {
  test.each([EAN, LINK])('$format is read and asks for confirmation', async (label) => {
    const page = await filming([label], [WITHOUT_WASM]);
    expect(await firstReading(page)).toEqual([{ ...label, confirm: true }]);
  });
});

describe('the camera', () => {
  test('reads what comes before it, and is off after that', async () => {
    const page = await open([]);
    const camera = await replaceCamera(page);
    await mountAt(page, site.url);
    await page.getByText('Put the code inside the frame').waitFor();
    expect(await camera.streams()).toEqual({ opened: 1, live: 1 });
    await camera.show(MATRIX);
    await firstReading(page);
    expect(await camera.streams()).toEqual({ opened: 1, live: 0 });
  });

  test('is off when the view is left', async () => {
    const page = await open([]);
    const camera = await replaceCamera(page);
    await mountAt(page, site.url);
    await page.getByText('Put the code inside the frame').waitFor();
    await page.evaluate(() => scanner.unmount());
    expect(await camera.streams()).toEqual({ opened: 1, live: 0 });
  });

  test('is off when its stream arrives after the view was left', async () => {
    const page = await open([]);
    const camera = await replaceCamera(page);
    await page.goto(site.url);
    await page.waitForFunction(() => 'scanner' in globalThis);
    await page.evaluate(() => scanner.mountAndLeave());
    expect(await camera.streams()).toEqual({ opened: 1, live: 0 });
  });

  test('that stays black is no camera', async () => {
    const page = await open([]);
    const camera = await replaceCamera(page, 'black');
    await mountAt(page, site.url);
    expect(await unavailable(page)).toEqual(['no-camera']);
    expect(await camera.streams()).toEqual({ opened: 1, live: 0 });
  });

  test('that is missing is no camera', async () => {
    const page = await open(['--use-fake-ui-for-media-stream'], { permissions: ['camera'] });
    await mountAt(page, site.url);
    expect(await unavailable(page)).toEqual(['no-camera']);
  });

  test('that is refused is denied', async () => {
    const page = await open(['--use-fake-device-for-media-stream']);
    await mountAt(page, site.url);
    expect(await unavailable(page)).toEqual(['denied']);
  });

  test('that needs https is insecure', async () => {
    const page = await open(['--host-resolver-rules=MAP shop.test 127.0.0.1']);
    await mountAt(page, site.url.replace('127.0.0.1', 'shop.test'));
    expect(await unavailable(page)).toEqual(['insecure']);
  });
});

async function readPhoto(picture: Buffer) {
  const page = await open([]);
  await page.goto(site.url);
  await page.waitForFunction(() => 'scanner' in globalThis);
  return page.evaluate((bytes) => scanner.photo(bytes), [...picture]);
}

describe('a photo', () => {
  test('of a pack is read, its square code rather than the bars that say less', async () => {
    expect(await readPhoto(toPng(stacked(drawLabel(EAN, 3), drawLabel(MATRIX, 5))))).toEqual({
      kind: 'read',
      reading: MATRIX_READING,
    });
  });

  test('of bars beside an advertisement is a choice', async () => {
    expect(await readPhoto(toPng(stacked(drawLabel(EAN, 3), drawLabel(ADVERTISEMENT, 5))))).toEqual({
      kind: 'choose',
      readings: [
        { ...ADVERTISEMENT, aim: ']Q1' },
        { ...EAN, aim: ']E0' },
      ],
    });
  });

  test('of bars on their side is read', async () => {
    expect(await readPhoto(toPng(turned(drawLabel(EAN, 3), 1)))).toEqual({
      kind: 'read',
      reading: { ...EAN, aim: ']E0' },
    });
  });

  test('of a white sheet holds nothing', async () => {
    expect(await readPhoto(toPng(blank(800, 600)))).toEqual({ kind: 'nothing' });
  });

  test('that is no picture holds nothing', async () => {
    expect(await readPhoto(Buffer.from('no picture'))).toEqual({ kind: 'nothing' });
  });
});
