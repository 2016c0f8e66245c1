import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import registration from '../data/registration-patterns.json' with { type: 'json' };
import { foldLot, parsePrintedDate, parseScan, type Scan } from './index.ts';
import { FORMATS } from './testing/formats.ts';
import { randomFrom } from './testing/random.ts';
import { sampleLink } from './testing/sample-link.ts';

/** 100,000 in a drill, fewer in every run of the tests. */
const numRuns = process.env['ASSAY_DRILL'] === 'full' ? 100_000 : 5_000;

const CODES = ['misread', 'malformed-code'];
const REASONS = [
  'empty',
  'too-long',
  'length',
  'characters',
  'check-digit',
  'unknown-ai',
  'ai-value',
  'date',
  'truncated',
  'duplicate-ai',
  'ai-combination',
  'percent-encoding',
  'user-info-in-url',
];
const options = {
  registrationPatterns: registration.patterns.map(({ id, re }) => ({ id, re: new RegExp(re) })),
  year: 2025,
};

const words =
  'https:// http:// a@b id.vn /01/ /10/ /21/ ?17= & = # % %2F %FF + - / ( ) \\( (01) (10) 01 10 17 260630 ' +
  '09521234543213 ]d2 ]C1 ]Q1 [)>\u001E06\u001D 9N +A123 VD-1-19 Lot Lô: SX \u001D \u001E \u0000 \uD800 Đ ๐ 👍🏽';
const fragments = fc.constantFrom(' ', ...words.split(' '));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), maxLength: 40 }),
  fc
    .array(fc.oneof(fragments, fc.string({ maxLength: 5 })), { maxLength: 14 })
    .map((parts) => parts.join('')),
  fc.integer().map((seed) => sampleLink(randomFrom(seed))),
);
const scan: fc.Arbitrary<Scan> = fc.record({
  text,
  format: fc.constantFrom(...FORMATS),
  aim: fc.constantFrom(undefined, '', ']d2', ']d1', ']Q3', ']C1', ']E0', 'x'),
});

describe('whatever is thrown at it', () => {
  it('the parser gives an identity or a failure of the closed lists, the same each time', () => {
    fc.assert(
      fc.property(scan, (input) => {
        const outcome = parseScan(input, options);
        const { code, why } = outcome.ok ? { code: CODES[0], why: REASONS[0] } : outcome.failure;
        expect(CODES).toContain(code);
        expect(REASONS).toContain(why);
        expect(parseScan(input, options)).toEqual(outcome);
      }),
      { numRuns },
    );
  });

  it('every GTIN has 14 digits', () => {
    fc.assert(
      fc.property(scan, (input) => {
        const outcome = parseScan(input, options);
        const gtin = outcome.ok && 'gtin' in outcome.identity ? outcome.identity.gtin : '00000000000000';
        expect(gtin).toMatch(/^\d{14}$/);
      }),
      { numRuns: numRuns / 5 },
    );
  });

  it('printed dates and lots are read without a throw, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(parsePrintedDate(input) ?? '2026-01-31').toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(foldLot(foldLot(input))).toBe(foldLot(input));
      }),
      { numRuns: numRuns / 5 },
    );
  });
});
