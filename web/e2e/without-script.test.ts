import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { bracketed, unitOf } from './support/bracketed.ts';
import { type ShownScreen, shown, shownAfter, typeCode } from './support/screen.ts';
import { usePhone } from './support/use-phone.ts';
import { useService } from './support/use-service.ts';

const service = useService();
const phone = usePhone(service);

/** What only a page with script can do; without it these buttons are left out. */
const needsScript = (action: string) =>
  ['Tôi đã mua hộp này', 'Tôi đã hiểu', 'Nghe đọc kết quả'].includes(action);

const withScript = () => phone.take();
const withoutScript = () => phone.take({ javaScriptEnabled: false });

/** Headline, sentences and actions: what both kinds of page must have in common. */
const said = ({ state, tone, kicker, headline, title, sentences, actions }: ShownScreen) => ({
  state,
  tone,
  kicker,
  headline,
  title,
  sentences: sentences.map((sentence) => sentence.replace(/\d\d:\d\d/, 'hh:mm')),
  actions: actions.filter((action) => !needsScript(action)),
});

const submit = (page: Page, form: string) => page.locator(`${form} [type=submit]`).click();

async function enter(page: Page, field: 'lot' | 'expiry', text: string): Promise<ShownScreen> {
  await page.locator(`#${field}-field`).fill(text);
  return shownAfter(page, () => submit(page, '#lot form'));
}

describe('a code typed without script', () => {
  test.each([
    [
      'the barcode of a medicine',
      () => service.sample('The barcode of a medicine').text,
      'unit-code-required',
    ],
    ['the barcode of a milk', () => service.sample('The barcode of an infant milk').text, 'no-unit-code'],
    ['a barcode on its own', () => service.sample('The barcode of a dish soap').text, 'barcode-registered'],
    [
      'goods that nobody registered',
      () => service.sample('Goods that nobody registered').text,
      'authority-warning',
    ],
    ['a registration number', () => service.sample('The registration number').text, 'registration-number'],
    [
      'a unit code',
      () => bracketed(service.sample('A box of medicine with its unit code')),
      'code-registered',
    ],
    [
      'a decided unit',
      () => bracketed(service.sample('A code that an authority decided on')),
      'authority-decision',
    ],
    ['a blocked unit', () => bracketed(service.sample('A code that its maker blocked')), 'maker-report'],
    [
      'a link of somebody else',
      () => service.sample('A QR code to a page of somebody else').text,
      'foreign-link',
    ],
    ['a wrong check digit', () => '9521001000018', 'misread'],
  ])('%s gets the same headline, sentences and actions', async (_, text, state) => {
    const app = await typeCode(await withScript(), text());
    const html = await typeCode(await withoutScript(), text());
    expect(html.state).toBe(state);
    expect(said(html)).toEqual(said(app));
  });

  test('is asked for again before a grave answer, and then gets it', async () => {
    const text = bracketed(service.sample('A unit code that the maker never had'));
    const app = await withScript();
    const html = await withoutScript();
    const first = await typeCode(html, text);
    expect(first).toMatchObject({ state: 'read-again', headline: 'Hãy nhập lại một lần nữa' });
    expect(said(first)).toEqual(said(await typeCode(app, text)));

    await html.locator('#typed-field').fill(text);
    const second = await shownAfter(html, () => submit(html, 'form:has(#typed-field)'));
    expect(second).toMatchObject({ state: 'serial-not-issued', tone: 'amber' });
    expect(said(second)).toEqual(said(await typeCode(app, text)));
  });

  test('that is another one the second time is still the first of two', async () => {
    const html = await withoutScript();
    await typeCode(html, bracketed(service.sample('A unit code that the maker never had')));
    const other = bracketed(service.sample('A unit code that the maker never had'), {
      serial: unitOf(service.sample('A bag of cereal that was sold abroad')).serial,
    });
    await html.locator('#typed-field').fill(other);
    const screen = await shownAfter(html, () => submit(html, 'form:has(#typed-field)'));
    expect(screen.state).toBe('read-again');
  });
});

describe('lot and expiry entered without script', () => {
  test('find the recalled lot of a milk', async () => {
    const { text } = service.sample('The barcode of an infant milk');
    const screens = [];
    for (const page of [await withScript(), await withoutScript()]) {
      await typeCode(page, text);
      screens.push(said(await enter(page, 'lot', 'b 03')));
    }
    expect(screens[0]).toMatchObject({ tone: 'red', headline: 'Lô B03 đang bị thu hồi' });
    expect(screens[1]).toEqual(screens[0]);
  });

  test('that do not fit are asked for again, and then amber', async () => {
    const text = bracketed(service.sample('A box of medicine with its unit code'));
    const screens = [];
    for (const page of [await withScript(), await withoutScript()]) {
      await typeCode(page, text);
      screens.push([said(await enter(page, 'lot', 'A13')), said(await enter(page, 'lot', 'a 13'))]);
    }
    const [first, second] = screens[0]!;
    expect(first).toMatchObject({ state: 'read-again', tone: 'grey' });
    expect(second).toMatchObject({ state: 'lot-mismatch', tone: 'amber' });
    expect(screens[1]).toEqual(screens[0]);
  });

  test('that differ from the first time are the first of two again', async () => {
    const text = bracketed(service.sample('A box of medicine with its unit code'));
    for (const page of [await withScript(), await withoutScript()]) {
      await typeCode(page, text);
      await enter(page, 'lot', 'A13');
      expect((await enter(page, 'expiry', '01/2020')).state).toBe('read-again');
    }
  });
});

describe('a Digital Link opened without script', () => {
  test('waits for a button, and then says what the app says', async () => {
    const { text } = service.sample('A bag of cereal from a lot that was decided on');
    const app = await withScript();
    await app.goto(text);
    const html = await withoutScript();
    await html.goto(text);
    expect(await html.locator('article').count()).toBe(0);
    await submit(html, 'form');
    expect(said(await shown(html))).toEqual(said(await shown(app)));
  });
});
