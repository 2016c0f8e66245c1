// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Answer } from '@assay/contract';
import { fixtures } from '../../answer/fixtures.ts';
import type { Read } from '../../check/scan.ts';
import type { Acts } from './acts.ts';
import { AnswerView } from './answer-view.tsx';

const checked: Read[] = [];

function show(answer: Answer): void {
  const acts: Acts = {
    bought: () => undefined,
    listen: () => undefined,
    share: () => undefined,
    check: (read) => void checked.push(read),
  };
  void act(() =>
    render(<AnswerView answer={answer} count="second" text="TEXT" acts={acts} />, document.body),
  );
}

afterEach(() => {
  render(null, document.body);
  checked.length = 0;
});

const button = (text: string) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent?.includes(text));

function click(text: string): void {
  void act(() => {
    button(text)?.click();
  });
}

test('a decision hides the rest until it is understood', () => {
  show(fixtures.decision);
  expect(document.body.textContent).not.toContain('Mã đã đọc');
  click('Tôi đã hiểu');
  expect(document.body.textContent).toContain('Mã đã đọc');
  expect(button('Tôi đã hiểu')).toBeUndefined();
});

test('a warning blocks like a decision, a recall does not', () => {
  show(fixtures['warned, unregistered']);
  expect(document.body.textContent).not.toContain('Mã đã đọc');
  show(fixtures['recalled unit']);
  expect(document.body.textContent).toContain('Mã đã đọc');
});

test('the print that does not match leads to the fields of lot and expiry', () => {
  show(fixtures.registered);
  click('Không khớp');
  expect(document.activeElement?.id).toBe('lot-field');
});

test('the print that matches raises nothing', () => {
  show(fixtures.registered);
  const before = document.querySelector('h1')?.textContent;
  click('Khớp');
  expect(document.querySelector('h1')?.textContent).toBe(before);
  expect(document.body.textContent).toContain('cũng có thể bị chép');
  expect(checked).toEqual([]);
});

test('lot and expiry are sent as they stand on the pack, with the code that was read', () => {
  show(fixtures['infant milk']);
  const lot = document.querySelector<HTMLInputElement>('#lot-field')!;
  lot.value = ' b 03 ';
  void act(() => {
    lot.form!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  expect(checked).toEqual([{ text: 'TEXT', format: 'ean_13', printed: { lot: 'b 03' } }]);
});

test('one main button stands on every screen, and a foreign host needs two taps', () => {
  for (const answer of Object.values(fixtures)) {
    show(answer);
    expect(document.querySelectorAll('.main, [class*="_main_"] > [class*="_main_"]').length).toBeGreaterThan(
      0,
    );
  }
  show(fixtures['foreign link']);
  const away = document.querySelector<HTMLAnchorElement>('a[href^="https://tem-vang.example"]');
  expect(away?.closest('details')?.open).toBe(false);
  expect(away?.rel).toContain('noopener');
});
