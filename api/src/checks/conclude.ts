import type { Answer } from '@assay/contract';
import { foldLot } from '@assay/gs1';
import { ProblemError } from '../http/problem-error.ts';
import { composeAnswer, sayWhen } from './compose-answer.ts';
import { decide } from './decide.ts';
import type { CheckDeps } from './deps.ts';
import type { Evidence } from './evidence.ts';
import { factKeyOf } from './fact-key-of.ts';
import type { Facts } from './facts.ts';
import { findUnit, type UnitFinding } from './find-unit.ts';
import { catchUp, requireLease, stillChanging } from './fresh.ts';
import { type InnerCodeTry, seeInnerCode } from './inner-code.ts';
import type { Observed } from './observe-units.ts';
import type { Asked } from './read-request.ts';
import { type Findings, weigh } from './weigh.ts';

/** How often a check begins again because the registry changed meanwhile. */
const MOST_TRIES = 3;

/** A unit that exists, and so has a history. */
export type KeyedUnit = Extract<UnitFinding, { key: unknown }>;

/**
 * Finds out what is known of a pack, and says it.
 *
 * @param look observes the unit, or only reads its history
 * @throws ProblemError `misread` for a serial that no hand meant, `unavailable`
 */
export async function conclude(
  deps: CheckDeps,
  asked: Asked,
  tried: InnerCodeTry | undefined,
  look: (unit: KeyedUnit) => Promise<Observed | undefined>,
): Promise<Answer> {
  await requireLease(deps.lease);
  const found = await findFacts(deps, asked);
  const { facts, unit } = found;
  const today = deps.today();
  const before = found.v === deps.lease.seen && deps.toldBefore.get(facts, today, asked.question);
  if (before) return sayWhen(deps, before);
  const seen = unit && 'key' in unit ? await look(unit) : undefined;
  if (seen) await catchUp(deps.lease, seen.v);
  const inner = await seeInnerCode(deps, facts, unit, tried);
  const evidence = await weighNewest(deps, asked, found, { seen, inner, today });
  const answer = composeAnswer(deps, asked, evidence, decide(evidence), seen);
  if (!namesUnit(asked)) deps.toldBefore.keep(evidence.facts, today, asked.question, answer);
  return sayWhen(deps, answer);
}

/** Facts with the version of the registry that they are at least of. */
interface Found {
  facts: Facts;
  unit: UnitFinding | undefined;
  v: number;
}

/** R6: what changed while it was being found is found again, so that the newest version seen here decides. */
async function weighNewest(
  deps: CheckDeps,
  asked: Asked,
  found: Found,
  findings: Omit<Findings, 'facts' | 'unit'>,
): Promise<Evidence> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const newest = found.v === deps.lease.seen ? found : await findFacts(deps, asked);
    const evidence = await weigh(deps, asked, { ...findings, facts: newest.facts, unit: newest.unit });
    if (newest.v === deps.lease.seen) return evidence;
  }
  throw stillChanging();
}

async function findFacts(deps: CheckDeps, asked: Asked): Promise<Found> {
  const v = deps.lease.seen;
  const facts = await deps.source.about(factKeyOf(asked.identity));
  const { identity } = asked;
  if (identity.kind !== 'trade-item' || identity.serial === undefined) return { facts, unit: undefined, v };
  const lot = identity.lot ?? asked.printed.lot;
  const unit = await findUnit(deps.source, deps.serials, deps.keys, facts, {
    gtin: identity.gtin,
    serial: identity.serial,
    typed: asked.typed,
    lotFolded: lot === undefined ? undefined : foldLot(lot),
    today: deps.today(),
  });
  if (unit?.kind === 'misread') throw new ProblemError('misread', { why: `serial-${unit.why}` });
  if (unit?.kind === 'range-missing') {
    const { epoch, index } = unit;
    deps.alarm('a right unit code has no range', { gtin: identity.gtin, epoch, index });
  }
  return { facts, unit, v };
}

function namesUnit({ identity }: Asked): boolean {
  return identity.kind === 'trade-item' && identity.serial !== undefined;
}
