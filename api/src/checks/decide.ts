import type { Flag, Reason, Scope, Verdict } from '@assay/contract';
import { scopeOf } from '../decisions/index.ts';
import type { Evidence } from './evidence.ts';

export interface Decided {
  verdict: Verdict;
  scope: Scope;
  /** The most important first; that one gives the verdict. */
  reasons: Reason[];
  flags: Flag[];
}

type Rule = readonly [reason: Reason, verdict: Verdict, holds: (evidence: Evidence) => boolean];

/** Design section 1, in its order: the first that holds gives the verdict, later ones follow in `reasons`. */
const RULES: readonly Rule[] = [
  ['authority-decision', 'reported-counterfeit', (e) => e.decisions.length > 0],
  ['maker-report', 'reported-counterfeit', (e) => e.reports.length > 0],
  ['store-internal-code', 'unknown', (e) => e.identity.kind === 'store-internal'],
  ['not-a-product-code', 'unknown', isNoProductCode],
  ['registration-number', 'unknown', (e) => e.identity.kind === 'registration-number'],
  ['foreign-link', 'unknown', (e) => e.foreignLink],
  ['not-registered', 'unknown', (e) => e.identity.kind === 'trade-item' && !e.facts.product],
  ['brand-not-verified', 'unknown', (e) => isRegistered(e) && e.facts.registrant?.status === 'pending'],
  ['brand-suspended', 'unknown', (e) => isRegistered(e) && e.facts.registrant?.status === 'suspended'],
  ['codes-revoked', 'unknown', (e) => e.unit?.kind === 'revoked'],
  ['serial-not-issued', 'unknown', (e) => e.unit?.kind === 'not-issued'],
  ['code-withdrawn', 'unknown', isWithdrawn],
  ['not-released', 'unknown', isNotReleased],
  ['not-yet-listed', 'unknown', (e) => e.unit?.kind === 'not-yet-listed' || e.unit?.kind === 'range-missing'],
  ['lot-mismatch', 'unknown', (e) => isRegistered(e) && e.comparison.lot === 'mismatch'],
  ['lot-not-registered', 'unknown', (e) => isRegistered(e) && e.comparison.lot === 'not-registered'],
  ['expiry-mismatch', 'unknown', (e) => isRegistered(e) && e.comparison.expiry === 'mismatch'],
  [
    'unit-code-required',
    'unknown',
    (e) => isRegistered(e) && e.facts.product?.coding === 'unit-codes' && !e.unit,
  ],
  ['no-unit-code', 'unknown', provesNoUnit],
  ['copy-suspected', 'unknown', (e) => e.looksCopied],
  ['code-registered', 'authentic', (e) => isVerified(e) && isGoodUnit(e)],
  [
    'batch-registered',
    'authentic',
    (e) => isVerified(e) && earnsProductScope(e) && !e.unit && e.batch !== undefined,
  ],
  ['barcode-registered', 'authentic', (e) => isVerified(e) && earnsProductScope(e)],
];

/**
 * The verdict on a check. Facts in, verdict out.
 *
 * @throws Error when no reason holds: a fault of ours, and so no answer (R1)
 */
export function decide(evidence: Evidence): Decided {
  const holding = RULES.filter(([, , holds]) => holds(evidence));
  const [first] = holding;
  if (!first) throw new Error('no reason holds for a check');
  const [reason, verdict] = first;
  return {
    verdict,
    scope: scopeOfAnswer(evidence, reason),
    reasons: holding.map(([name]) => name),
    flags: raiseFlags(evidence),
  };
}

function isRegistered({ identity, facts }: Evidence): boolean {
  return identity.kind === 'trade-item' && facts.product !== undefined;
}

function isVerified(evidence: Evidence): boolean {
  return isRegistered(evidence) && evidence.facts.registrant?.status === 'verified';
}

function isNoProductCode({ identity, foreignLink }: Evidence): boolean {
  switch (identity.kind) {
    case 'plain':
    case 'publication':
    case 'other-key':
    case 'other-scheme':
      return true;
    case 'link':
      return !foreignLink;
    case 'trade-item':
    case 'store-internal':
    case 'registration-number':
      return false;
  }
}

function isWithdrawn({ unit }: Evidence): boolean {
  return unit?.kind === 'issued' && (unit.range.state === 'withdrawn' || unit.range.state === 'destroyed');
}

function isNotReleased({ unit, today }: Evidence): boolean {
  if (unit?.kind === 'issued' && (unit.range.state === 'reserved' || !unit.batch)) return true;
  const from = unit?.kind === 'issued' || unit?.kind === 'imported' ? unit.batch?.activeFrom : undefined;
  return from != null && from > today;
}

/** An imported serial that can be guessed from its neighbours proves no more than a barcode (section 3). */
function isGuessable({ unit }: Evidence): boolean {
  return unit?.kind === 'imported' && unit.batch.guessable;
}

function isGoodUnit(evidence: Evidence): boolean {
  const { unit } = evidence;
  if (unit?.kind === 'imported') return !isGuessable(evidence);
  return unit?.kind === 'issued' && (unit.range.state === 'active' || unit.range.state === 'exported');
}

/** R3: what stands on the pack is the same on every pack, and the maker was not granted barcodes alone. */
function provesNoUnit(evidence: Evidence): boolean {
  const { product } = evidence.facts;
  if (!isRegistered(evidence) || !product) return false;
  if (product.coding === 'unit-codes') return isGuessable(evidence) && evidence.highRisk;
  return product.coding === 'none' || evidence.highRisk;
}

/** R3: a low-risk product, granted barcodes alone or with serials that can be guessed. */
function earnsProductScope(evidence: Evidence): boolean {
  if (evidence.highRisk) return false;
  return evidence.facts.product?.coding === 'barcode-only' || isGuessable(evidence);
}

function scopeOfAnswer(evidence: Evidence, reason: Reason): Scope {
  if (reason === 'authority-decision')
    return scopeOf(evidence.decisions[0]!.target, evidence.decisions[0]!.lot);
  if (reason === 'maker-report') return scopeOf(evidence.reports[0]!.target, evidence.reports[0]!.lot);
  if (reason === 'batch-registered') return 'batch';
  if (reason === 'barcode-registered') return 'product';
  if (evidence.unit) return 'unit';
  return evidence.batch ? 'batch' : 'product';
}

function raiseFlags(evidence: Evidence): Flag[] {
  const { today, inner } = evidence;
  const raised: readonly [Flag, boolean][] = [
    ['expired', evidence.expiryDays.some((day) => day < today)],
    ['recalled', evidence.recalled !== undefined],
    ['authority-warning', evidence.warnings.length > 0],
    ['lot-alerts', evidence.possibleAlerts],
    ['other-market', evidence.soldElsewhere],
    ['seen-before', evidence.seenBefore],
    ['opened-before', inner === 'opened-before'],
    ['inner-code-available', inner === 'available'],
    ['inner-code-wrong', inner === 'wrong'],
  ];
  return raised.filter(([, up]) => up).map(([flag]) => flag);
}

/** A recall ends with its last day. */
export function isRecalled(batch: Evidence['batch'], today: string): boolean {
  if (!batch?.recalledOn) return false;
  return batch.recallUntil === null || today <= batch.recallUntil;
}
