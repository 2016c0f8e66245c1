import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cameraFlags, WITHOUT_WASM } from './camera/chromium-flags.ts';
import { makeCameraVideo } from './camera/make-video.ts';
import { replaceCamera } from './camera/replace-camera.ts';
import { labelOf } from './support/label-of.ts';
import { shown } from './support/screen.ts';
import { usePhone } from './support/use-phone.ts';
import { useService } from './support/use-service.ts';

const service = useService();
const phone = usePhone(service);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-camera-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The start page of a phone whose camera is a video of this sample. */
async function filming(title: string, flags: string[] = []): Promise<Page> {
  const file = join(folder, `${title.replace(/\W+/g, '-')}.y4m`);
  await makeCameraVideo({ codes: [labelOf(service.sample(title))], file });
  const page = await phone.take({}, [...cameraFlags(file), ...flags]);
  await page.goto('/');
  return page;
}

/** The start page of a phone whose camera sees what the test holds before it. */
async function holding(title: string) {
  const page = await phone.take();
  const camera = await replaceCamera(page, labelOf(service.sample(title)));
  await page.goto('/');
  return { page, show: (other: string) => camera.show(labelOf(service.sample(other))) };
}

describe('a genuine unit code before the camera', () => {
  test.each([
    ['A box of medicine with its unit code', 'DataMatrix'],
    ['A box of medicine, its unit code as a QR code', 'QR'],
  ])('%s (%s) is blue: who registered it, and what that does not prove', async (title) => {
    const page = await filming(title);
    const screen = await shown(page);
    expect(screen).toMatchObject({ state: 'code-registered', verdict: 'authentic', tone: 'blue' });
    expect(screen.headline).toBe('Mã này do Công ty Dược phẩm Mây Trắng (mẫu) đăng ký');
    expect(screen.title).toBe(`${screen.headline} · Assay`);
    expect(screen.sentences).toContainEqual(expect.stringMatching(/^Hồ sơ của hãng: lô A12, hạn dùng/));
    expect(screen.text).toContain('Mã đúng chưa chắc là hàng thật vì mã có thể bị chép.');
    expect(screen.text).not.toContain('Đã kiểm tra 1 lần');
    await page.getByRole('link', { name: 'English' }).click();
    expect((await shown(page)).headline).toMatch(/registered this code$/);
  });
});

describe('the same pack with another serial', () => {
  test('is asked for again, and only the second equal reading is amber', async () => {
    const { page, show } = await holding('A box of medicine with its unit code');
    expect((await shown(page)).tone).toBe('blue');

    await show('A unit code that the maker never had');
    await page.getByRole('link', { name: 'Assay' }).click();
    const first = await shown(page);
    expect(first).toMatchObject({ state: 'read-again', tone: 'grey', headline: 'Hãy quét lại một lần nữa' });
    expect(first.text).not.toMatch(/Hãng không có mã riêng này|Chưa nên dùng/);

    await page.locator('[data-main]').getByText('Quét lại').click();
    const second = await shown(page);
    expect(second).toMatchObject({
      state: 'serial-not-issued',
      verdict: 'unknown',
      tone: 'amber',
      headline: 'Hãng không có mã riêng này trong hồ sơ',
    });
    expect(second.sentences.join(' ')).toMatch(
      /Chưa cơ quan nào kết luận.*Hỏi dược sĩ trước khi dùng.*Gọi 115/,
    );
    expect(second.actions[0]).toMatch(/^Gọi hãng/);
  });
});

describe('a unit code that an authority decided on', () => {
  test('is red with agency, number and date, and hides the rest until it is understood', async () => {
    const { page } = await holding('A code that an authority decided on');
    const screen = await shown(page);
    expect(screen).toMatchObject({
      state: 'authority-decision',
      verdict: 'reported-counterfeit',
      tone: 'red',
      headline: 'Chi cục Quản lý thị trường Sông Xanh (mẫu) kết luận: hàng mang mã này là hàng giả',
    });
    expect(screen.sentences[0]).toMatch(/^Quyết định 214\/QĐ-MẪU, \d\d\/\d\d\/\d{4}\. Phạm vi: mã này$/);
    expect(screen.actions[0]).toBe('Tôi đã hiểu');
    expect(screen.text).not.toContain('Mã đã đọc');

    await page.getByRole('button', { name: 'Tôi đã hiểu' }).click();
    await page.getByText('Mã đã đọc').waitFor();
    expect((await shown(page)).actions[0]).toBe('Báo nơi bán');
  });
});

describe('the bare barcode of a medicine with unit codes', () => {
  test('is grey, named, and shows where the unit code is', async () => {
    const { page } = await holding('The barcode of a medicine');
    const screen = await shown(page);
    expect(screen).toMatchObject({ state: 'unit-code-required', verdict: 'unknown', tone: 'grey' });
    expect(screen.headline).toMatch(/^Mã vạch này là của: /);
    expect(screen.sentences.join(' ')).toMatch(
      /Hãy quét mã riêng ở .*Hộp sản xuất trước \d\d\/\d\d\/\d{4} có thể chưa có\./,
    );
    expect(screen.actions[0]).toBe('Quét mã riêng');
    const place = page.locator('section', { hasText: 'Chỗ của mã riêng' }).locator('img');
    await place.scrollIntoViewIfNeeded();
    await expect
      .poll(() => place.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
      .toBeGreaterThan(0);
  });
});

describe('without WebAssembly', () => {
  test.each([
    ['The barcode of a medicine', 'unit-code-required'],
    ['A box of medicine, its unit code as a QR code', 'code-registered'],
  ])('%s is read, and answered only once a person has confirmed it', async (title, state) => {
    const page = await filming(title, [WITHOUT_WASM]);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.getByRole('heading', { name: 'Số này có đúng như trên hàng không?' }).waitFor();
    const { text } = service.sample(title);
    expect((await page.locator('main').innerText()).replaceAll(' ', '')).toContain(text);
    expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
    expect(asked).not.toContain('/v1/checks');
    await page.getByRole('button', { name: 'Đúng, kiểm tra' }).click();
    expect((await shown(page)).state).toBe(state);
  });
});
