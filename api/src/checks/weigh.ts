import { foldLot, type TradeItem } from '@assay/gs1';
import { comparePrint, type PackText } from './compare-print.ts';
import { looksCopied } from './copy-score.ts';
import { isRecalled } from './decide.ts';
import type { CheckDeps } from './deps.ts';
import type { Evidence } from './evidence.ts';
import type { BatchFacts, Facts } from './facts.ts';
import type { UnitFinding } from './find-unit.ts';
import { countProvinces } from './marks.ts';
import { inForce, type Match, matchDecision, type PackMarks } from './match-decisions.ts';
import type { Observed } from './observe-units.ts';
import type { Asked } from './read-request.ts';

export interface Findings {
  facts: Facts;
  unit: UnitFinding | undefined;
  seen: Observed | undefined;
  inner: Evidence['inner'];
  today: string;
}

/** Gathers what a verdict may rest on, of one pack. */
export async function weigh(deps: CheckDeps, asked: Asked, findings: Findings): Promise<Evidence> {
  const { facts, unit, seen, inner, today } = findings;
  const code = textOfCode(asked);
  const { batch, byUnit, ofCode, ofPrint } = await findBatchOf(deps, asked, code, findings);
  const lotsComplete = facts.product?.lotsCompleteSince != null && facts.product.lotsCompleteSince <= today;
  const comparison = comparePrint({
    code,
    printed: asked.printed,
    batch,
    byUnit,
    printedLotOnFile: ofPrint !== undefined,
    lotsComplete,
    fold: foldLot,
  });
  const pack = marksOfPack(asked, code, batch, unit, today);
  const current = facts.decisions.filter((decision) => inForce(decision, today));
  const matched = (match: Match) => current.filter((decision) => matchDecision(decision, pack) === match);
  const applying = matched('applies');
  const which = (kind: string) => applying.filter((decision) => decision.kind === kind);
  const history = seen && { checks: seen.number, provinces: countProvinces(seen.provinces) };
  const markets = facts.product?.markets;
  return {
    identity: asked.identity,
    facts,
    today,
    unit,
    batch,
    recalled: [batch, ofCode, ofPrint].find((lot) => isRecalled(lot, today)),
    comparison,
    decisions: which('decision'),
    reports: which('maker-report'),
    warnings: which('warning'),
    possibleAlerts:
      matched('possible').length > 0 ||
      (pack.lots.length === 0 && facts.batches.some((one) => isRecalled(one, today))),
    foreignLink: isForeignLink(deps, asked, facts),
    highRisk:
      facts.product !== undefined && deps.settings.highRiskCategories.includes(facts.product.category),
    looksCopied: history !== undefined && looksCopied(history, deps.settings),
    seenBefore: (seen?.number ?? 0) > 1,
    soldElsewhere: isSoldElsewhere(markets, deps.country.id, unit),
    inner,
    expiryDays: [code.expiry, asked.printed.expiry, batch?.expiry].filter((day) => day != null),
  };
}

/** What the code itself says of lot and dates. */
function textOfCode({ identity }: Asked): PackText {
  if (identity.kind !== 'trade-item') return {};
  const { lot, expiry, made } = identity;
  return { lot, expiry, made };
}

async function findBatchOf(deps: CheckDeps, asked: Asked, code: PackText, { facts, unit }: Findings) {
  const printedLot = asked.printed.lot;
  const ofPrint =
    printedLot === undefined ? undefined : await deps.source.batchByLot(facts, foldLot(printedLot));
  const ofUnit = unit?.kind === 'issued' || unit?.kind === 'imported' ? unit.batch : undefined;
  const ofCode = code.lot === undefined ? undefined : await deps.source.batchByLot(facts, foldLot(code.lot));
  return { batch: ofUnit ?? ofCode ?? ofPrint, byUnit: ofUnit !== undefined, ofCode, ofPrint };
}

function marksOfPack(
  asked: Asked,
  code: PackText,
  batch: BatchFacts | undefined,
  unit: UnitFinding | undefined,
  today: string,
): PackMarks {
  const named = [code.lot, asked.printed.lot].filter((lot) => lot !== undefined).map(foldLot);
  const serial = unit && 'serial' in unit ? unit.serial : (asked.identity as Partial<TradeItem>).serial;
  return {
    today,
    serial,
    unit: issuedAs(unit),
    lots: batch ? [...named, batch.lotFolded] : named,
    made: [asked.printed.made, code.made, batch?.made].filter((day) => day != null),
  };
}

function issuedAs(unit: UnitFinding | undefined): PackMarks['unit'] {
  if (unit?.kind === 'issued') return { epoch: unit.key.epoch, index: Number(unit.key.index) };
  return unit?.kind === 'revoked' ? { epoch: unit.epoch, index: unit.index } : undefined;
}

/** R11: a link is trusted on our own host and on those that the verified maker of the product declared. */
function isForeignLink(deps: CheckDeps, { identity }: Asked, facts: Facts): boolean {
  const host =
    identity.kind === 'trade-item'
      ? identity.link?.host
      : identity.kind === 'link'
        ? identity.host
        : undefined;
  if (host === undefined || host === deps.ownHost) return false;
  const { registrant } = facts;
  return !(
    identity.kind === 'trade-item' &&
    registrant?.status === 'verified' &&
    registrant.declaredHosts.includes(host)
  );
}

function isSoldElsewhere(
  markets: string[] | null | undefined,
  country: string,
  unit: UnitFinding | undefined,
) {
  if (unit?.kind === 'issued' && unit.range.state === 'exported') return true;
  return markets != null && !markets.some((market) => market.toLowerCase() === country);
}
