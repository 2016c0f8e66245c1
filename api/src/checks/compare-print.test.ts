import { describe, expect, it } from 'vitest';
import { foldLot } from '@assay/gs1';
import { comparePrint, type ComparisonFacts } from './compare-print.ts';
import type { BatchFacts } from './facts.ts';

const batch = { lot: 'A12', lotFolded: 'A12', expiry: '2030-03-31', made: '2026-03-01' } as BatchFacts;
const compare = (facts: Partial<ComparisonFacts>) =>
  comparePrint({
    code: {},
    printed: {},
    batch,
    byUnit: true,
    printedLotOnFile: false,
    lotsComplete: false,
    fold: foldLot,
    ...facts,
  });

describe('what stands on the pack', () => {
  it('fits without case, spaces, hyphens and label', () => {
    expect(compare({ printed: { lot: 'Lô: a-12' } })).toMatchObject({
      lot: 'fits',
      compared: [{ result: 'match' }],
    });
  });

  it.each([
    ['another lot in the code of a unit', { code: { lot: 'B1' } }, 'mismatch'],
    ['another lot on file in print', { printed: { lot: 'B1' }, printedLotOnFile: true }, 'mismatch'],
    ['a lot that is not on file, lots not complete', { printed: { lot: 'B1' } }, 'not-registered'],
    ['a lot that is not on file, lots complete', { printed: { lot: 'B1' }, lotsComplete: true }, 'mismatch'],
    [
      'a lot of a plain barcode that is not on file',
      { printed: { lot: 'B1' }, batch: undefined, byUnit: false },
      'not-registered',
    ],
    ['a right lot', { code: { lot: 'A12' }, printed: { lot: 'LOT A12' } }, 'fits'],
    ['nothing', {}, 'fits'],
  ] as const)('%s', (_, facts, lot) => {
    expect(compare(facts).lot).toBe(lot);
  });

  it('contradicts the expiry of a lot on file, and says what is not on file', () => {
    expect(compare({ printed: { expiry: '2031-01-01' } })).toMatchObject({
      expiry: 'mismatch',
      compared: [{ field: 'expiry', registered: '2030-03-31', result: 'differs' }],
    });
    expect(compare({ printed: { expiry: '2031-01-01' }, batch: undefined })).toMatchObject({
      expiry: 'fits',
      compared: [{ result: 'not-on-file' }],
    });
  });
});
