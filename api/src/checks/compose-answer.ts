import type { Accusation, Answer, Recall, Warning } from '@assay/contract';
import { scopeOf } from '../decisions/index.ts';
import { dayOf } from '../today.ts';
import { sealCheck } from './check-token.ts';
import { composeHelp } from './compose-help.ts';
import { composeIdentity } from './compose-identity.ts';
import type { Decided } from './decide.ts';
import type { CheckDeps } from './deps.ts';
import type { Evidence } from './evidence.ts';
import type { BatchFacts, DecisionFacts, Facts } from './facts.ts';
import { countProvinces } from './marks.ts';
import type { Observed } from './observe-units.ts';
import { compact } from '../compact.ts';
import type { Asked } from './read-request.ts';

/** An answer without its time: what was found, field by field; what is not known is absent. */
export function composeAnswer(
  deps: CheckDeps,
  asked: Asked,
  evidence: Evidence,
  decided: Decided,
  seen: Observed | undefined,
): Answer {
  const { facts, batch, today } = evidence;
  const accusers = evidence.decisions.length ? evidence.decisions : evidence.reports;
  const { verdict, reasons } = decided;
  const { product, registrant } = cardsOf(facts, evidence.highRisk);
  const answer: Answer = {
    verdict,
    scope: decided.scope,
    reasons,
    flags: decided.flags,
    identity: composeIdentity(deps, asked, facts),
    compared: evidence.comparison.compared,
    help: composeHelp(deps, evidence),
    asOf: '',
    age: 0,
    source: 'live',
    checkId: sealCheck(deps.keys.tokens.key, { question: asked.question, verdict, reasons, day: today }),
  };
  if (product) answer.product = product;
  if (registrant) answer.registrant = registrant;
  if (evidence.unit && batch) answer.batch = composeBatch(batch);
  if (seen) answer.history = composeHistory(deps, seen);
  if (accusers[0]) answer.accusation = composeAccusation(accusers[0]);
  if (evidence.warnings[0]) answer.warning = composeWarning(evidence.warnings[0]);
  if (evidence.recalled) answer.recall = composeRecall(evidence.recalled, facts);
  const expiredOn = pastExpiry(evidence);
  if (expiredOn !== undefined) answer.expiredOn = expiredOn;
  if (deps.demo) answer.demo = true;
  return answer;
}

/** Puts the time on an answer, as it leaves: an answer of its own, since the one given may be told again. */
export function sayWhen({ now, lease }: CheckDeps, answer: Answer): Answer {
  return { ...answer, asOf: now().toISOString(), age: lease.age() };
}

const cards = new WeakMap<Facts, { highRisk: boolean } & Pick<Answer, 'product' | 'registrant'>>();

/** Product and maker are the same in every answer about them, so they are composed once for their facts. */
function cardsOf(facts: Facts, highRisk: boolean): Pick<Answer, 'product' | 'registrant'> {
  let known = cards.get(facts);
  if (known?.highRisk !== highRisk) {
    known = {
      highRisk,
      ...(facts.product ? { product: composeProduct(facts.product, highRisk) } : {}),
      ...(facts.registrant ? { registrant: composeRegistrant(facts.registrant) } : {}),
    };
    cards.set(facts, known);
  }
  return known;
}

function composeBatch({ lot, expiry, made }: BatchFacts) {
  return compact({ lot, expiry, made });
}

function composeHistory({ timeZone }: CheckDeps, { firstHour, number, provinces }: Observed) {
  return { first: dayOf(firstHour, timeZone), checks: number, places: countProvinces(provinces) };
}

/** The day that made the pack expired: the earliest that code, print and file name. */
function pastExpiry({ expiryDays, today }: Evidence): string | undefined {
  return expiryDays.filter((day) => day < today).toSorted()[0];
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
