import { describe, expect, it } from 'vitest';
import type { DecisionFacts } from './facts.ts';
import { inForce, matchDecision, type PackMarks } from './match-decisions.ts';

const decision = (fields: Partial<DecisionFacts>): DecisionFacts => ({
  id: 'd',
  kind: 'decision',
  by: { vi: '', en: '' },
  number: null,
  caseNumber: null,
  date: '2026-01-10',
  reason: { vi: '', en: '' },
  target: 'gtin',
  lot: null,
  lotFolded: null,
  serial: null,
  epoch: null,
  first: null,
  last: null,
  madeAfter: null,
  madeBefore: null,
  name: null,
  copied: false,
  appealUntil: null,
  until: null,
  ...fields,
});
const pack: PackMarks = {
  today: '2026-05-01',
  serial: undefined,
  unit: undefined,
  lots: [],
  made: [],
};

describe('a decision', () => {
  it('is in force at once, whatever day it is where it was published, and to its last day', () => {
    const one = decision({ until: '2026-02-10' });
    expect(['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11'].map((day) => inForce(one, day))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['a product', {}, {}, 'applies'],
    ['another serial', { target: 'serial', serial: 'A' }, { serial: 'B' }, 'no'],
    ['its serial', { target: 'serial', serial: 'A' }, { serial: 'A' }, 'applies'],
    ['a pack without serial', { target: 'serial', serial: 'A' }, {}, 'no'],
    [
      'an index inside',
      { target: 'range', epoch: 1, first: 5, last: 9 },
      { unit: { epoch: 1, index: 9 } },
      'applies',
    ],
    [
      'an index outside',
      { target: 'range', epoch: 1, first: 5, last: 9 },
      { unit: { epoch: 1, index: 10 } },
      'no',
    ],
    [
      'another epoch',
      { target: 'range', epoch: 1, first: 5, last: 9 },
      { unit: { epoch: 2, index: 6 } },
      'no',
    ],
    ['a lot not known', { target: 'lot', lotFolded: 'B03' }, {}, 'possible'],
    ['one of the named lots', { target: 'lot', lotFolded: 'B03' }, { lots: ['A1', 'B03'] }, 'applies'],
    ['another lot', { target: 'lot', lotFolded: 'B03' }, { lots: ['A1'] }, 'no'],
    ['a later date', { madeAfter: '2026-01-31' }, { made: ['2026-02-01'] }, 'applies'],
    ['the very date', { madeAfter: '2026-01-31' }, { made: ['2026-01-31'] }, 'no'],
    [
      'a date that the file knows and the print denies',
      { madeAfter: '2026-01-31' },
      { made: ['2026-01-15', '2026-02-01'] },
      'applies',
    ],
    ['a date not known', { madeAfter: '2026-01-31' }, {}, 'possible'],
    [
      'a date outside two bounds',
      { madeAfter: '2026-01-31', madeBefore: '2026-03-01' },
      { made: ['2026-03-01'] },
      'no',
    ],
    [
      'another lot of an unknown date',
      { target: 'lot', lotFolded: 'B', madeAfter: '2026-01-01' },
      { lots: ['C'] },
      'no',
    ],
  ] as const)('about %s', (_, target, marks, match) => {
    expect(matchDecision(decision(target), { ...pack, ...marks })).toBe(match);
  });
});
