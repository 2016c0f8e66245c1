import type { Answer, CheckRequest } from '@assay/contract';
import { ProblemError } from '../http/problem-error.ts';
import { dayOf } from '../today.ts';
import { composeAnswer } from './compose-answer.ts';
import { decide, type Decided } from './decide.ts';
import type { CheckDeps } from './deps.ts';
import type { Evidence } from './evidence.ts';
import { factKeyOf } from './fact-key-of.ts';
import type { Facts } from './facts.ts';
import { findUnit, type UnitFinding } from './find-unit.ts';
import { foldLot } from '@assay/gs1';
import { type InnerCodeTry, seeInnerCode } from './inner-code.ts';
import { marksOf } from './marks.ts';
import type { Observed } from './observe-units.ts';
import { placeOf } from './place.ts';
import { randomFromPool } from './random.ts';
import { readUnit } from './read-unit.ts';
import { type Asked, readRequest } from './read-request.ts';
import { type Findings, weigh } from './weigh.ts';

/** How often a check begins again because the registry changed meanwhile. */
const MOST_TRIES = 3;

/**
 * Answers one check: understand the code, get the facts, find the unit, observe it, decide, compose.
 *
 * @throws ProblemError `misread`, `malformed-code`, `invalid-request`; `unavailable` when it cannot be known how
 *   fresh the facts are, or when the check could not be written (R1)
 */
export async function check(deps: CheckDeps, request: CheckRequest): Promise<Answer> {
  const asked = readRequest(request, deps.country);
  const province = placeOf(request.place);
  const attempt = readAttempt(request.attempt);
  const tried = request.innerCode === undefined ? undefined : { typed: request.innerCode, attempt };
  const result = await conclude(deps, asked, tried, (unit) =>
    deps.observer.observe({
      key: unit.key,
      attempt,
      province,
      marks: marksOf({ ...request, printed: request.printed !== undefined }),
    }),
  );
  countProductCheck(deps, asked, province, result);
  return composeAnswer(deps, asked, result.evidence, result.decided, result.seen);
}

/** Decides again about what was asked before, without observing a check. */
export async function checkAgain(deps: CheckDeps, asked: Asked): Promise<Answer> {
  const { evidence, decided, seen } = await conclude(deps, asked, undefined, (unit) =>
    readUnit(deps.pool, unit.key),
  );
  return composeAnswer(deps, asked, evidence, decided, seen);
}

interface Conclusion {
  evidence: Evidence;
  decided: Decided;
  seen: Observed | undefined;
}

type KeyedUnit = Extract<UnitFinding, { key: unknown }>;

async function conclude(
  deps: CheckDeps,
  asked: Asked,
  tried: InnerCodeTry | undefined,
  look: (unit: KeyedUnit) => Promise<Observed | undefined>,
): Promise<Conclusion> {
  await requireLease(deps);
  const found = await findFacts(deps, asked);
  const { facts, unit } = found;
  const seen = unit && 'key' in unit ? await look(unit) : undefined;
  if (seen) await catchUp(deps, seen.v);
  const inner = await seeInnerCode(deps, facts, unit, tried);
  const today = dayOf(deps.now(), deps.timeZone);
  const evidence = await weighNewest(deps, asked, found, { seen, inner, today });
  return { evidence, decided: decide(evidence), seen };
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
    const evidence = await weigh(deps, asked, { ...findings, ...newest });
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
  });
  if (unit?.kind === 'misread') throw new ProblemError('misread', { why: `serial-${unit.why}` });
  if (unit?.kind === 'range-missing') {
    deps.alarm('a right unit code has no range', {
      gtin: identity.gtin,
      epoch: unit.epoch,
      index: unit.index,
    });
  }
  return { facts, unit, v };
}

/** R6: without a lease one direct reading of the clock may still grant it; else nothing is answered. */
async function requireLease({ lease }: CheckDeps): Promise<void> {
  if (lease.valid()) return;
  await lease.refresh();
  if (!lease.valid())
    throw new ProblemError('unavailable', { detail: 'freshness is not known', retryAfter: 2 });
}

/** The write saw a newer registry than this process: forget what changed before deciding. */
async function catchUp({ lease }: CheckDeps, v: number): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && lease.seen < v; tries++) await lease.refresh();
  if (lease.seen < v) throw stillChanging();
}

function stillChanging(): ProblemError {
  return new ProblemError('unavailable', { detail: 'the registry is changing', retryAfter: 2 });
}

/** Checks that touch no unit are kept as sums only. */
function countProductCheck(
  deps: CheckDeps,
  asked: Asked,
  province: number,
  { evidence, decided, seen }: Conclusion,
) {
  if (seen) return;
  const { identity } = asked;
  const registered = identity.kind === 'trade-item' && evidence.facts.product !== undefined;
  deps.sums.count({ gtin: registered ? Number(identity.gtin) : 0, province, reason: decided.reasons[0]! });
}

function readAttempt(hex: string | undefined): bigint {
  const bytes = hex === undefined ? randomFromPool(8) : Buffer.from(hex, 'hex');
  return bytes.readBigInt64BE();
}
