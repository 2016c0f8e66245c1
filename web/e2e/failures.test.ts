import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { replaceCamera } from './camera/replace-camera.ts';
import { bracketed } from './support/bracketed.ts';
import { labelOf } from './support/label-of.ts';
import { type ShownScreen, shown, shownAfter } from './support/screen.ts';
import { usePhone } from './support/use-phone.ts';
import { useService } from './support/use-service.ts';

const service = useService();
const phone = usePhone(service);

const UNIT = 'A box of medicine with its unit code';
const BARCODE = 'The barcode of a medicine';

afterEach(async () => {
  service.get().thaw();
  await service.get().revive();
});

/** No verdict, no tone of one, and words that say so. */
function expectNotChecked(screen: ShownScreen): void {
  expect(screen).toMatchObject({
    state: 'not-checked',
    verdict: undefined,
    tone: 'not-checked',
    headline: 'Chưa kiểm tra được',
  });
  expect(screen.sentences[0]).toBe('Mất mạng hoặc hệ thống bận. Đây không phải kết quả về sản phẩm.');
}

/** Opens a page and waits until the phone holds the whole app, as any phone does from its second visit on. */
async function openKept(path: string): Promise<Page> {
  const page = await phone.take({ serviceWorkers: 'allow' });
  await page.goto('/help');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(path);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

describe('the service stopped', () => {
  test('is not checked and looks like no verdict; it is saved, and checked when the service is back', async () => {
    const page = await openKept('/help');
    const camera = await replaceCamera(page, labelOf(service.sample(BARCODE)));
    await page.goto('/');
    expect((await shown(page)).tone).toBe('grey');
    const answered = await frameOf(page);

    await service.get().kill();
    await camera.show(labelOf(service.sample(UNIT)));
    await page.getByRole('link', { name: 'Assay' }).click();
    const screen = await shown(page);
    expectNotChecked(screen);
    expect(screen.sentences[1]).toMatch(/^Đã lưu mã .*; sẽ kiểm tra khi có mạng\.$/);
    expect(await frameOf(page)).not.toEqual(answered);

    await page.getByRole('link', { name: 'Xem lịch sử kiểm tra' }).click();
    await page.getByText('Đã lưu, sẽ kiểm tra khi có mạng').waitFor();
    await service.get().revive();
    await page.getByRole('button', { name: /Đã lưu/ }).click();
    expect(await shown(page)).toMatchObject({ state: 'code-registered', tone: 'blue' });
  });

  test('is asked again by "try again", and stands once in the history', async () => {
    const page = await openKept('/type');
    await service.get().kill();
    await page.locator('#typed-field').fill(service.sample(BARCODE).text);
    await page.locator('form [type=submit]').click();
    expectNotChecked(await shown(page));
    await service.get().revive();
    const screen = await shownAfter(page, () => page.getByRole('button', { name: 'Thử lại' }).click());
    expect(screen.state).toBe('unit-code-required');
    await page.getByRole('link', { name: 'Lịch sử kiểm tra' }).click();
    await page.getByRole('heading', { name: 'Lịch sử kiểm tra' }).waitFor();
    await page.locator('main li').first().waitFor();
    expect(await page.locator('main li').count()).toBe(1);
  });

  test('that answers nothing at all is not checked once the phone has waited, and counts one check in the end', async () => {
    const page = await openKept('/type');
    await page.locator('#typed-field').fill(bracketed(service.sample('A box with a scratch layer')));
    service.get().freeze();
    await page.locator('form [type=submit]').click();
    await page.getByText('Mạng đang chậm. Bạn có thể chờ, hoặc quay lại và thử sau.').waitFor();
    const screen = await shown(page);
    expect(screen.tone).toBe('not-checked');
    expectNotChecked(screen);
    service.get().thaw();
    const answer = await shownAfter(page, () => page.getByRole('button', { name: 'Thử lại' }).click());
    expect(answer).toMatchObject({ state: 'code-registered', tone: 'blue' });
    expect(answer.text).not.toMatch(/Đã kiểm tra \d+ lần/);
  });
});

/** How the field of the headline is drawn. */
const frameOf = (page: Page) =>
  page.locator('article [data-tone]').evaluate((field) => {
    const { backgroundColor, backgroundImage, borderStyle, borderWidth } = getComputedStyle(field);
    return { backgroundColor, backgroundImage, borderStyle, borderWidth };
  });

describe('a phone without a network', () => {
  test('opens the app that it visited before, and says "not checked"', async () => {
    const page = await openKept('/');
    await page.context().setOffline(true);
    await page.goto('/type');
    await page.locator('#typed-field').fill(service.sample(BARCODE).text);
    await page.locator('form [type=submit]').click();
    const screen = await shown(page);
    expectNotChecked(screen);
    expect(screen.sentences[1]).toMatch(/^Đã lưu mã 9521 0010 /);
    await page.goto('/history');
    await page.getByText('Đã lưu, sẽ kiểm tra khi có mạng').waitFor();

    await page.context().setOffline(false);
    await page.getByText('Đã lưu, sẽ kiểm tra khi có mạng').waitFor({ state: 'detached' });
  });
});
