import { describe, expect, it } from 'vitest';
import data from '../data/registration-patterns.json' with { type: 'json' };
import { parseScan, type ScanFormat, toGtin } from './index.ts';

const registrationPatterns = data.patterns.map(({ id, re }) => ({ id, re: new RegExp(re) }));
const parse = (text: string, format: ScanFormat, aim?: string) =>
  parseScan({ text, format, aim }, { registrationPatterns, year: 2025 });

const examples = data.patterns.flatMap(({ id, ok }) => ok.map((number) => ({ id, number })));

describe('a registration number', () => {
  it.each(examples)('$number of $id is offered as one when typed, in any case and spacing', ({ number }) => {
    const outcome = parse(` ${number.toLowerCase().replaceAll('-', ' - ')} `, 'typed');
    expect(outcome).toMatchObject({ ok: true, identity: { kind: 'registration-number', number } });
  });

  it.each(examples)('$number of $id is recognised as the text of a QR code', ({ id, number }) => {
    expect(parse(number, 'qr_code', ']Q1')).toEqual({
      ok: true,
      identity: { kind: 'registration-number', pattern: id, number },
    });
  });

  it('of twelve digits comes before the UPC-A number that it happens to be', () => {
    const number = '893110049522';
    expect(toGtin(number)).toBe('00893110049522');
    expect(parse(number, 'typed')).toMatchObject({
      ok: true,
      identity: { kind: 'registration-number', number, alternative: { gtin: '00893110049522' } },
    });
  });

  it('of twelve digits with a wrong UPC-A check digit is no misread and has no alternative', () => {
    expect(parse('893100493025', 'typed')).toEqual({
      ok: true,
      identity: { kind: 'registration-number', pattern: 'drug_new12', number: '893100493025' },
    });
  });

  it('is not looked for in a retail barcode', () => {
    expect(parse('893110049522', 'upc_a')).toMatchObject({ ok: true, identity: { kind: 'trade-item' } });
    expect(parse('893100493025', 'upc_a')).toMatchObject({ ok: false, failure: { code: 'misread' } });
  });

  it('must be the whole text of a QR code', () => {
    expect(parse('SĐK: VD-32243-19', 'qr_code')).toMatchObject({ ok: true, identity: { kind: 'plain' } });
  });

  it('in decomposed Unicode is the same number', () => {
    const number = '1234/2022/ĐKSP';
    expect(parse(number.normalize('NFD'), 'typed')).toMatchObject({ ok: true, identity: { number } });
  });

  it('is found again and again by a pattern with a memory', () => {
    const remembering = [{ id: 'medicine', re: /^VD-\d+-\d\d$/g }];
    for (let i = 0; i < 3; i++) {
      const outcome = parseScan({ text: 'VD-1-19', format: 'typed' }, { registrationPatterns: remembering });
      expect(outcome).toMatchObject({ ok: true, identity: { pattern: 'medicine' } });
    }
  });
});
