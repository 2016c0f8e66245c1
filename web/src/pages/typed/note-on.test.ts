import { expect, test } from 'vitest';
import { speakers } from '../../i18n/index.ts';
import { noteOn } from './note-on.ts';

const note = (typed: string) => noteOn(typed, speakers.en);

test('a number is told right or wrong by its last digit, once it is long enough', () => {
  expect(note('8934')).toBeUndefined();
  expect(note('8934 5631 3816')).toMatchObject({ bad: false });
  expect(note('8 934563 138165')).toEqual({ bad: false, text: 'The last digit is right.' });
  expect(note('8934563138164')).toMatchObject({ bad: true, text: expect.stringContaining('does not fit') });
  expect(note('893456313816512')).toMatchObject({ bad: true });
});

test('a registration number is named before it could be called a wrong barcode', () => {
  expect(note('893110495225')).toEqual({ bad: false, text: 'Looks like a medicine registration number.' });
  expect(note('vd-32243-19')?.text).toContain('medicine registration number');
});

test('other text is left to the service', () => {
  expect(note('(01)09521234500017(21)ABC')).toBeUndefined();
});
