import { expect, it } from 'vitest';
import type { Answer } from '@assay/contract';
import type { Facts } from './facts.ts';
import { ToldBefore } from './told-before.ts';

const facts = () => ({}) as Facts;
const answer = { verdict: 'unknown' } as Answer;
const DAY = '2026-05-01';
const question = { text: '9520001000010', format: 'ean_13' } as const;

it('the same question about the same facts on the same day is known, and no other', () => {
  const told = new ToldBefore();
  const known = facts();
  told.keep(known, DAY, question, answer);
  expect(told.get(known, DAY, question)).toBe(answer);
  expect(told.get(facts(), DAY, question)).toBeUndefined();
  expect(told.get(known, '2026-05-02', question)).toBeUndefined();
  expect(told.get(known, DAY, { ...question, format: 'typed' })).toBeUndefined();
  expect(told.get(known, DAY, { ...question, printed: { lot: 'B03' } })).toBeUndefined();
});

it('neither many questions nor long ones fill the memory', () => {
  const told = new ToldBefore();
  const known = facts();
  const long = { ...question, text: 'x'.repeat(4096) };
  told.keep(known, DAY, long, answer);
  expect(told.get(known, DAY, long)).toBeUndefined();
  told.keep(known, DAY, question, answer);
  for (let n = 0; n < 20_000; n++) told.keep(facts(), DAY, question, answer);
  expect(told.get(known, DAY, question)).toBeUndefined();
});
