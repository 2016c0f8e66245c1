// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { ChooseNumber } from './choose-number.tsx';
import type { Reading } from './reading.ts';

const READINGS: Reading[] = [
  { text: '9521234567899', format: 'ean_13' },
  { text: '3521234567891', format: 'ean_13' },
];

const onChoose = vi.fn<(reading: Reading) => void>();
const onAgain = vi.fn<() => void>();

beforeEach(() => {
  vi.clearAllMocks();
  render(<ChooseNumber readings={READINGS} lang="en" onChoose={onChoose} onAgain={onAgain} />, document.body);
});

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)!;

test('shows each number in groups, as it stands under the bars', () => {
  const names = [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(names).toEqual(['9 521234 567899', '3 521234 567891', 'Scan again']);
});

test('gives the number that a person chose, and none before', () => {
  expect(onChoose).not.toHaveBeenCalled();
  button('3 521234 567891').click();
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(READINGS[1]);
});

test('scans again on request', () => {
  button('Scan again').click();
  expect(onAgain).toHaveBeenCalledOnce();
  expect(onChoose).not.toHaveBeenCalled();
});
