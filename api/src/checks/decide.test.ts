import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASONS } from '@assay/contract';
import { decide } from './decide.ts';
import type { Evidence } from './evidence.ts';
import type { BatchFacts, DecisionFacts, Facts } from './facts.ts';

const batch = (fields: Partial<BatchFacts> = {}) =>
  ({
    id: 1,
    lot: 'A',
    lotFolded: 'A',
    activeFrom: null,
    guessable: false,
    recalledOn: null,
    ...fields,
  }) as BatchFacts;
const key = { gtin: 1, epoch: 1, index: 1n };
const range = (state: string) =>
  ({ epoch: 1, first: 0, last: 9, batchId: 1, state, innerCodes: false }) as never;

const units = fc.constantFrom<Evidence['unit']>(
  undefined,
  { kind: 'revoked', epoch: 1, index: 1, serial: 'A' },
  { kind: 'not-issued' },
  { kind: 'not-yet-listed' },
  { kind: 'range-missing', epoch: 1, index: 1 },
  { kind: 'issued', key, serial: 'S', range: range('active'), batch: batch() },
  { kind: 'issued', key, serial: 'S', range: range('active'), batch: batch({ activeFrom: '2030-01-01' }) },
  { kind: 'issued', key, serial: 'S', range: range('reserved'), batch: undefined },
  { kind: 'issued', key, serial: 'S', range: range('withdrawn'), batch: batch() },
  { kind: 'issued', key, serial: 'S', range: range('destroyed'), batch: batch() },
  { kind: 'imported', key, serial: 'S', batch: batch() },
  { kind: 'imported', key, serial: 'S', batch: batch({ guessable: true }) },
);
const rarely = fc.constantFrom(false, false, false, true);
const some = fc.constantFrom<DecisionFacts[]>([], [], [], [{ target: 'gtin', lot: null } as DecisionFacts]);

const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    registered: rarely.map((no) => !no),
    status: fc.constantFrom('verified', 'verified', 'verified', 'pending', 'suspended'),
    coding: fc.constantFrom('unit-codes', 'unit-codes', 'none', 'barcode-only'),
    unit: units,
    batch: fc.constantFrom(undefined, batch()),
    recalled: fc.constantFrom(undefined, batch({ recalledOn: '2026-01-01' })),
    lot: fc.constantFrom('fits' as const, 'fits' as const, 'mismatch' as const, 'not-registered' as const),
    expiry: fc.constantFrom('fits' as const, 'mismatch' as const),
    decisions: some,
    reports: some,
    warnings: some,
    foreignLink: rarely,
    highRisk: fc.boolean(),
    looksCopied: rarely,
    expiryDays: fc.constantFrom([], ['2020-01-01'], ['2030-01-01']),
  })
  .map(({ registered, status, coding, unit, lot, expiry, ...rest }) => ({
    ...rest,
    identity: { kind: 'trade-item', gtin: '1', elements: [], carrier: 'linear' } as never,
    facts: {
      product: registered ? ({ coding } as Facts['product']) : undefined,
      registrant: registered ? ({ status } as Facts['registrant']) : undefined,
    } as Facts,
    today: '2026-11-25',
    unit: registered && coding === 'unit-codes' ? unit : undefined,
    comparison: { compared: [], lot, expiry },
    possibleAlerts: false,
    seenBefore: false,
    soldElsewhere: false,
    inner: 'none',
  }));

describe('the verdict', () => {
  it('is authentic only when nothing at all speaks against it', () => {
    let authentic = 0;
    fc.assert(
      fc.property(evidence, (e) => {
        const { verdict, scope } = decide(e);
        if (verdict !== 'authentic') return;
        authentic += 1;
        expect(e.facts.registrant?.status).toBe('verified');
        expect([e.decisions, e.reports]).toEqual([[], []]);
        expect([e.comparison.lot, e.comparison.expiry]).toEqual(['fits', 'fits']);
        expect([e.foreignLink, e.looksCopied]).toEqual([false, false]);
        const byUnit = e.unit?.kind === 'issued' || e.unit?.kind === 'imported';
        expect(scope === 'unit' ? byUnit : !e.highRisk).toBe(true);
      }),
      { numRuns: 20_000 },
    );
    expect(authentic).toBeGreaterThan(50);
  });

  it('always has a reason, in the order of the contract', () => {
    fc.assert(
      fc.property(evidence, (e) => {
        const positions = decide(e).reasons.map((reason) => REASONS.indexOf(reason));
        expect(positions.length).toBeGreaterThan(0);
        expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is reported-counterfeit exactly where a decision or report is in force', () => {
    fc.assert(
      fc.property(evidence, (e) => {
        const reported = e.decisions.length > 0 || e.reports.length > 0;
        expect(decide(e).verdict === 'reported-counterfeit').toBe(reported);
      }),
    );
  });

  it('is not changed by recall, expiry or a warning', () => {
    fc.assert(
      fc.property(evidence, (e) => {
        const calm = { ...e, expiryDays: [], warnings: [], recalled: undefined };
        expect(decide(e).verdict).toBe(decide(calm).verdict);
      }),
    );
  });
});
