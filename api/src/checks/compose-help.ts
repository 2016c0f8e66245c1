import { foldRegistration } from '../freshness/index.ts';
import type { Alert, Contact, Help } from '@assay/contract';
import { compact } from '../compact.ts';
import { isRecalled } from './decide.ts';
import type { CheckDeps } from './deps.ts';
import type { Evidence } from './evidence.ts';
import type { BatchFacts, DecisionFacts, Facts } from './facts.ts';
import { inForce } from './match-decisions.ts';

const MOST_ALERTS = 20;
const ALERT_KINDS = { decision: 'decision', warning: 'warning', 'maker-report': 'maker-report' } as const;

const remembered = new WeakMap<Facts, { today: string; help: Help }>();

/**
 * What a shopper can do with the pack in the hand: from the product's file and the country pack. For a product it is
 * the same in every answer of a day, and composed once for its facts.
 */
export function composeHelp({ country }: CheckDeps, evidence: Evidence): Help {
  if (evidence.identity.kind !== 'trade-item') return helpFor(country, evidence);
  const { facts, today } = evidence;
  let known = remembered.get(facts);
  if (known?.today !== today) {
    known = { today, help: helpFor(country, evidence) };
    remembered.set(facts, known);
  }
  return known.help;
}

function helpFor(country: CheckDeps['country'], evidence: Evidence): Help {
  const { product, registrant } = evidence.facts;
  const health = product && country.healthCategories.includes(product.category);
  return compact({
    ...(product?.coding === 'unit-codes'
      ? { whereCode: product.help.whereCode, unitCodesSince: product.unitCodesSince }
      : {}),
    compare: product?.help.compare,
    price: product?.help.price,
    alerts: alertsOf(evidence),
    contacts: contactsOf(registrant, country.consumerLine),
    officialLookup: lookupOf(country, evidence),
    emergency: health || evidence.identity.kind === 'registration-number' ? country.emergency : undefined,
  });
}

/** Open recalls, warnings and decisions of the product; single units are nobody else's business. */
function alertsOf({ facts, today }: Evidence): Alert[] | undefined {
  const recalls = facts.batches
    .filter((batch) => isRecalled(batch, today))
    .map((batch) => alertOfRecall(batch));
  const maker = facts.registrant?.name ?? '';
  const others = facts.decisions
    .filter((one) => inForce(one, today) && one.target !== 'serial' && one.target !== 'range')
    .map(alertOfDecision);
  const alerts = [...others, ...recalls.map((alert) => ({ ...alert, by: { vi: maker, en: maker } }))];
  if (!facts.product && alerts.length === 0) return undefined;
  return alerts.sort((a, b) => b.date.localeCompare(a.date)).slice(0, MOST_ALERTS);
}

function alertOfRecall(batch: BatchFacts): Omit<Alert, 'by'> {
  return compact({
    kind: 'recall' as const,
    lots: [batch.lot],
    date: batch.recalledOn!,
    until: batch.recallUntil,
    reason: batch.recallReason!,
  });
}

function alertOfDecision(decision: DecisionFacts): Alert {
  return compact({
    kind: ALERT_KINDS[decision.kind],
    lots: decision.lot === null ? [] : [decision.lot],
    madeAfter: decision.madeAfter,
    madeBefore: decision.madeBefore,
    by: decision.by,
    number: decision.number,
    date: decision.date,
    until: decision.until,
    reason: decision.reason,
  });
}

function contactsOf(
  registrant: Evidence['facts']['registrant'],
  consumerLine: CheckDeps['country']['consumerLine'],
): Contact[] {
  const line: Contact = { role: 'consumer-line', ...consumerLine };
  return registrant?.status === 'verified' ? [...registrant.contacts, line] : [line];
}

function lookupOf(country: CheckDeps['country'], { identity, facts }: Evidence): Help['officialLookup'] {
  const number =
    identity.kind === 'registration-number' ? identity.number : facts.product?.registrationNumber;
  if (!number) return undefined;
  const folded = foldRegistration(number);
  const pattern = country.registrationPatterns.find(({ lookup, re }) => lookup && re.test(folded));
  return pattern?.lookup && { ...pattern.lookup, number };
}
