import { expect, test } from 'vitest';
import { en } from './en.ts';
import type { Key } from './key.ts';
import { vi } from './vi.ts';

const keys = Object.keys(vi) as Key[];
const holes = (text: string) => new Set(text.match(/\{\w+\}/g));

/** The sentences that use a word of R7 only to deny proof. */
const DENIALS = new Set<Key>([
  'registered.limits',
  'notRegistered.lead',
  'maker.notVerifiedLead',
  'copies.lead',
  'decision.copied',
]);

const CLAIMS = /hàng thật|chính hãng|an toàn|\bgenuine|\bsafe/i;

test('English has the same sentences as Vietnamese and asks for nothing that Vietnamese does not fill in', () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
  const unfilled = keys.filter((key) => [...holes(en[key])].some((hole) => !holes(vi[key]).has(hole)));
  expect(unfilled).toEqual([]);
});

test.each([
  ['Vietnamese', vi],
  ['English', en],
])(
  'no %s sentence claims that goods are real or harmless, but to deny proof',
  (_, words: Record<Key, string>) => {
    expect(keys.filter((key) => CLAIMS.test(words[key]) && !DENIALS.has(key))).toEqual([]);
  },
);

test('nothing is shouted', () => {
  for (const words of [vi, en]) {
    expect(keys.filter((key) => /!|\p{Lu}{5,}/u.test(words[key]))).toEqual([]);
  }
});

test('the words "unknown", "chưa rõ" and "chưa có thông tin" stand in no sentence about a barcode on file', () => {
  const about = keys.filter((key) => key.startsWith('barcode.') || key.startsWith('unitCode.'));
  for (const words of [vi, en]) {
    expect(about.filter((key) => /unknown|chưa rõ|chưa có thông tin/i.test(words[key]))).toEqual([]);
  }
});
