import { paths } from '@assay/contract/paths';
import { describe, expect, test } from 'vitest';
import { bracketed } from './support/bracketed.ts';
import { shown, typeCode } from './support/screen.ts';
import { usePhone } from './support/use-phone.ts';
import { useService } from './support/use-service.ts';

const service = useService();
const phone = usePhone(service);

const UNIT = 'A box of medicine with its unit code';

/** A phone that has checked these, the last one first in its history. */
async function having(...titles: string[]) {
  const page = await phone.take({ permissions: ['clipboard-read', 'clipboard-write'] });
  for (const title of titles) {
    const sample = service.sample(title);
    await typeCode(page, sample.format === 'data_matrix' ? bracketed(sample) : sample.text);
  }
  await page.getByRole('link', { name: 'Lịch sử kiểm tra' }).click();
  await page.getByRole('heading', { name: 'Lịch sử kiểm tra' }).waitFor();
  await page.locator('main li').first().waitFor();
  return { page, rows: page.locator('main li') };
}

describe('the history on the phone', () => {
  test('lists the newest first, each with its word, and opens an answer again', async () => {
    const { page, rows } = await having('The barcode of an infant milk', UNIT);
    expect(await rows.count()).toBe(2);
    expect(await rows.nth(0).innerText()).toMatch(/Paracetamol[\s\S]*Đã đăng ký/);
    expect(await rows.nth(1).innerText()).toMatch(/Đồi Sương số 1[\s\S]*Mã vạch chung/);
    await rows.nth(1).getByRole('link').click();
    expect(await shown(page)).toMatchObject({ state: 'no-unit-code', tone: 'grey' });
    await page.goBack();
    await rows.nth(0).getByRole('link').click();
    const own = await shown(page);
    expect(own).toMatchObject({ state: 'code-registered', tone: 'blue' });
    expect(own.text).toContain('Câu trả lời đến nay vẫn vậy.');
  });

  test('outlives a reload and forgets one, or all once asked', async () => {
    const { page, rows } = await having('The barcode of a medicine', 'The barcode of an infant milk', UNIT);
    await page.reload();
    await rows.nth(2).waitFor();
    await rows.nth(0).getByRole('button', { name: /^Xóa/ }).click();
    await rows.nth(2).waitFor({ state: 'detached' });
    expect(await rows.nth(0).innerText()).toContain('Đồi Sương');

    await page.getByRole('button', { name: 'Xóa tất cả' }).click();
    await page.getByText('Xóa hết lịch sử trên điện thoại này?').waitFor();
    await page.getByRole('button', { name: 'Giữ lại' }).click();
    expect(await rows.count()).toBe(2);
    await page.getByRole('button', { name: 'Xóa tất cả' }).click();
    await page.getByRole('button', { name: 'Xóa tất cả' }).click();
    await page.getByText('Chưa kiểm tra mã nào').waitFor();
    await page.reload();
    await page.getByText('Chưa kiểm tra mã nào').waitFor();
  });

  test('keeps to this phone what was bought', async () => {
    const page = await phone.take();
    const posted: string[] = [];
    await typeCode(page, bracketed(service.sample(UNIT)));
    page.on('request', (request) => posted.push(request.url()));
    await page.getByRole('button', { name: 'Tôi đã mua hộp này' }).click();
    await page.getByText('Chưa gửi cho ai.').waitFor();
    expect(posted).toEqual([]);
  });
});

describe('a shared answer', () => {
  test('opens on another phone with then and now and four characters of the serial, and counts no check', async () => {
    const sample = service.sample(UNIT);
    const page = await phone.take({ permissions: ['clipboard-read', 'clipboard-write'] });
    await typeCode(page, bracketed(sample));
    await page.getByRole('button', { name: 'Chia sẻ kết quả' }).click();
    await page.getByText('Đã sao chép').waitFor();
    const shared = await page.evaluate(() => navigator.clipboard.readText());
    const url = /https?:\S+$/.exec(shared)![0];
    const serial = /\(21\)(.*)$/.exec(bracketed(sample))![1]!;
    expect(decodeURIComponent(shared)).not.toContain(serial);

    for (const javaScriptEnabled of [true, false]) {
      const other = await phone.take({ javaScriptEnabled });
      await other.goto(url);
      const screen = await shown(other);
      expect(screen).toMatchObject({
        state: 'shared',
        tone: 'grey',
        headline: 'Kết quả này là của một gói hàng khác',
      });
      expect(screen.text).toMatch(
        /Ngày \d\d\/\d\d\/\d{4}, mã này được trả lời: Đã đăng ký\. Câu trả lời đến nay vẫn vậy\./,
      );
      expect(screen.text).toContain(`${serial.slice(0, 4)} …`);
      expect(await other.content()).not.toContain(serial.slice(0, 5));
    }
    const again = await typeCode(page, bracketed(sample));
    const checks = /Đã kiểm tra (\d+) lần/.exec(again.text)?.[1];
    const before = await fetch(service.get().url + paths.check(new URL(url).pathname.slice(3)));
    expect(((await before.json()) as { now: { history: { checks: number } } }).now.history.checks).toBe(
      Number(checks),
    );
  });

  test('that was cut short is a page that says so', async () => {
    const page = await phone.take();
    await page.goto('/c/cut-short');
    expect(await shown(page)).toMatchObject({ headline: 'Không mở được kết quả này', tone: 'not-checked' });
  });
});
