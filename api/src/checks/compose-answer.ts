import type { Accusation, Answer, Recall, Warning } from '@assay/contract';
import { scopeOf } from '../decisions/index.ts';
import { dayOf } from '../today.ts';
import { sealCheck } from './check-token.ts';
import { composeHelp } from './compose-help.ts';
import { composeIdentity } from './compose-identity.ts';
import { type Decided, isRecalled } from './decide.ts';
import type { CheckDeps } from './deps.ts';
import type { Evidence } from './evidence.ts';
import type { BatchFacts, DecisionFacts, Facts } from './facts.ts';
import { countProvinces } from './marks.ts';
import type { Observed } from './observe-units.ts';
import { compact } from './compact.ts';
import type { Asked } from './read-request.ts';

/** Says what was found, field by field; what is not known is absent. */
export function composeAnswer(
  deps: CheckDeps,
  asked: Asked,
  evidence: Evidence,
  decided: Decided,
  seen: Observed | undefined,
): Answer {
  const { facts, batch, today } = evidence;
  const accusers = evidence.decisions.length ? evidence.decisions : evidence.reports;
  const expiredOn = evidence.expiryDays.filter((day) => day < today).sort()[0];
  const { verdict, reasons } = decided;
  return compact({
    ...decided,
    identity: composeIdentity(deps, asked, facts),
    product: facts.product && composeProduct(facts.product, evidence.highRisk),
    registrant: facts.registrant && composeRegistrant(facts.registrant),
    batch:
      evidence.unit && batch
        ? compact({ lot: batch.lot, expiry: batch.expiry, made: batch.made })
        : undefined,
    history: seen && {
      first: dayOf(seen.firstHour, deps.timeZone),
      checks: seen.number,
      places: countProvinces(seen.provinces),
    },
    accusation: accusers[0] && composeAccusation(accusers[0]),
    warning: evidence.warnings[0] && composeWarning(evidence.warnings[0]),
    recall: isRecalled(batch, today) ? composeRecall(batch!, facts) : undefined,
    expiredOn,
    compared: evidence.comparison.compared,
    help: composeHelp(deps, evidence),
    asOf: deps.now().toISOString(),
    age: deps.lease.age(),
    source: 'live' as const,
    checkId: sealCheck(deps.keys.tokens.key, { question: asked.question, verdict, reasons, day: today }),
    demo: deps.demo || undefined,
  }) as Answer;
}

function composeProduct(product: NonNullable<Facts['product']>, highRisk: boolean) {
  return compact({
    name: product.name,
    brand: product.brand,
    netContent: product.netContent,
    category: product.category,
    highRisk,
    pack: product.pack,
    unitCodes: product.coding === 'unit-codes',
    registrationNumber: product.registrationNumber,
    importer: product.importer,
    picture: product.picture,
    markets: product.markets,
  });
}

function composeRegistrant(registrant: NonNullable<Facts['registrant']>) {
  const { name, status, verifiedOn, verifiedHow, suspendedOn, suspendedFor } = registrant;
  return compact({ name, status, verifiedOn, verifiedHow, suspendedOn, suspendedFor });
}

function composeAccusation(decision: DecisionFacts): Accusation {
  return compact({
    kind: decision.kind === 'decision' ? ('authority' as const) : ('maker' as const),
    by: decision.by,
    number: decision.number,
    case: decision.caseNumber,
    date: decision.date,
    scope: scopeOf(decision.target, decision.lot),
    lot: decision.lot,
    reason: decision.reason,
    appealUntil: decision.appealUntil,
    copied: decision.copied || undefined,
  });
}

function composeWarning({ by, number, date, lot, name, reason }: DecisionFacts): Warning {
  return compact({ by, number, date, lot, name, reason });
}

function composeRecall(batch: BatchFacts, { registrant }: Facts): Recall {
  const name = registrant?.name ?? '';
  return compact({
    lot: batch.lot,
    by: { vi: name, en: name },
    date: batch.recalledOn!,
    until: batch.recallUntil,
    reason: batch.recallReason!,
  });
}
