import type { Answer } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { claimsIn } from './support/claims.ts';
import { type ShownScreen, shown, shownAfter, typeCode } from './support/screen.ts';
import { usePhone } from './support/use-phone.ts';
import { useService } from './support/use-service.ts';

const service = useService();
const phone = usePhone(service);

const MILK = 'The barcode of an infant milk';
const LINK = 'A box of medicine, its unit code as a QR code';
const ASKS_FOR_UNIT_CODE = /(quét|nhập|tìm) mã riêng|(scan|enter|type|find) (the|its|a) unit code/i;

/** What the service answers at this moment; it counts as a check. */
async function ask(title: string): Promise<Answer> {
  const { text, format } = service.sample(title);
  const reply = await fetch(service.get().url + paths.checks, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, format }),
  });
  return (await reply.json()) as Answer;
}

describe('a typed number with a wrong check digit', () => {
  test.each([
    ['vi', 'Chưa đọc đúng mã', 'Nhập lại'],
    ['en', 'The code was not read right', 'Type it again'],
  ])('is no answer but a request to read again (%s)', async (lang, headline, action) => {
    const page = await phone.take();
    await page.goto(`/type?lang=${lang}`);
    await page.locator('#typed-field').fill('9521001000018');
    await page.locator('form [type=submit]').click();
    const screen = await shown(page);
    expect(screen).toMatchObject({ state: 'misread', verdict: undefined, tone: 'not-checked', headline });
    expect(screen.actions[0]).toBe(action);
  });

  test('is told while it is typed', async () => {
    const page = await phone.take();
    await page.goto('/type');
    await page.locator('#typed-field').fill('9521001000018');
    const note = page.locator('form', { hasText: 'Chữ số cuối không khớp. Xem lại từng số.' });
    await expect.poll(() => note.count()).toBe(1);
  });
});

describe('the barcode of an infant milk without unit codes and with a recalled lot', () => {
  test.each([
    [
      'vi',
      'Mã vạch này là của: Sữa công thức Đồi Sương số 1',
      'Lô đang có cảnh báo: B03',
      'Lô B03 đang bị thu hồi',
    ],
    [
      'en',
      'This barcode belongs to: Sữa công thức Đồi Sương số 1',
      'Lots with a warning: B03',
      'Lot B03 is being recalled',
    ],
  ])(
    'names the product and the lot at first sight, and finds the typed lot (%s)',
    async (lang, headline, lots, recalled) => {
      const page = await phone.take();
      await page.goto(`/?lang=${lang}`);
      await page.evaluate((chosen) => localStorage.setItem('assay.lang', chosen), lang);
      const screen = await typeCode(page, service.sample(MILK).text);
      expect(screen).toMatchObject({ state: 'no-unit-code', verdict: 'unknown', tone: 'grey', headline });
      expect(screen.text).not.toMatch(/chưa rõ|chưa có thông tin|unknown/i);
      expect(screen.title).toContain('Đồi Sương');

      const notice = page.locator('[data-notice=bad]', { hasText: lots });
      const box = (await notice.boundingBox())!;
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(box.y + box.height).toBeLessThanOrEqual(640);

      await page.locator('#lot-field').fill('b 03');
      const found = await shownAfter(page, () => page.locator('#lot button[type=submit]').click());
      expect(found).toMatchObject({ state: 'recalled', verdict: 'unknown', tone: 'red', headline: recalled });
      expect([screen.text, found.text].filter((text) => ASKS_FOR_UNIT_CODE.test(text))).toEqual([]);
    },
  );
});

describe('a Digital Link that the phone’s own camera opened', () => {
  test('is checked once by the app, and never by those who only fetch it', async () => {
    const { text } = service.sample(LINK);
    const before = (await ask(LINK)).history!.checks;
    for (const accept of ['text/html', '*/*', 'application/json']) {
      await (await fetch(text, { headers: { accept } })).text();
    }
    const page = await phone.take();
    const posted: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()));
    await page.goto(text);
    expect(await shown(page)).toMatchObject({ state: 'code-registered', tone: 'blue' });
    expect(posted).toEqual([service.get().url + paths.checks]);
    expect((await ask(LINK)).history!.checks).toBe(before + 2);
  });
});

const takesBlue = (flag: string) => ['expired', 'recalled', 'authority-warning'].includes(flag);

/** The tones that a verdict may have (design section 1): blue is for `authentic` alone, red never for a mere doubt. */
function mayLookLike({ verdict, flags }: Pick<Answer, 'verdict' | 'flags'>): string[] {
  if (verdict === 'reported-counterfeit') return ['red'];
  if (flags.includes('authority-warning')) return ['amber'];
  if (flags.includes('recalled')) return ['red'];
  if (verdict === 'authentic') return flags.some(takesBlue) ? ['amber'] : ['blue'];
  return ['amber', 'grey'];
}

describe('every sample of the demo', () => {
  test.each(['vi', 'en'] as const)(
    'looks like its verdict and claims no more (%s)',
    async (lang) => {
      const page = await phone.take();
      await page.goto(`/samples?lang=${lang}`);
      await page.evaluate((chosen) => localStorage.setItem('assay.lang', chosen), lang);
      const wrong: string[] = [];
      for (const [index, sample] of service.get().samples.entries()) {
        const answered = page.waitForResponse((reply) => reply.url().endsWith(paths.checks));
        await page.locator('ol > li').nth(index).getByRole('button').click();
        const answer = (await (await answered).json()) as Answer;
        const screen = await shown(page);
        const claims = [...claimsIn(screen.text, lang), ...claimsIn(screen.title, lang)];
        const fits = screen.verdict === sample.verdict && mayLookLike(answer).includes(screen.tone);
        if (!fits || claims.length > 0 || holes(screen))
          wrong.push(`${sample.title.en}: ${screen.tone} ${claims.join()}`);
        await backToSamples(page);
      }
      expect(wrong).toEqual([]);
    },
    180_000,
  );

  test('has its picture on the page of samples', async () => {
    const page = await phone.take({ viewport: { width: 1280, height: 800 } });
    await page.goto(paths.samples);
    const pictures = page.locator('ol img');
    await pictures.first().waitFor();
    expect(await pictures.count()).toBe(service.get().samples.length);
    const printed = service.get().samples.flatMap(({ format }, index) => (format === 'typed' ? [] : [index]));
    for (const index of printed) {
      const picture = pictures.nth(index);
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
        .toBeGreaterThan(0);
    }
  });
});

/** Words that were not filled in. */
const holes = ({ text }: ShownScreen) => /\{\w+\}|undefined|\[object/.test(text);

async function backToSamples(page: Page): Promise<void> {
  await page.goBack();
  await page.locator('ol > li').first().waitFor();
}
