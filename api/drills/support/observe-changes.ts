import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ApiProcess } from './api-process.ts';
import type { Changer } from './changer.ts';
import type { LoweringChange } from './lowering-changes.ts';
import { report } from './size.ts';
import { computedAt, type Reply, watch } from './watch.ts';

const AT_ONCE = 10;
/** R6. */
const BOUND_MS = 2_000;

/** What was seen of one change. */
export interface Observed {
  kind: string;
  scope: LoweringChange['scope'];
  /** Milliseconds from the commit's acknowledgement until the last old answer was computed, and received. */
  computed: number;
  received: number;
  /** Old answers to checks that were sent after the acknowledgement. */
  askedLater: number;
  /** Whether every process answered as of before, and ended with answers as of now. */
  hadOld: boolean;
  endsNew: boolean;
}

/**
 * Makes changes a few at a time while each is watched at every process, until well after the bound. Each scope by
 * itself: where units are checked too, their counts tell of a change before the clock is read.
 */
export async function observeChanges(
  changes: readonly LoweringChange[],
  apis: readonly ApiProcess[],
  run: Changer['change'],
): Promise<Observed[]> {
  const observed: Observed[] = [];
  for (const scope of ['unit', 'product'] as const) {
    const ofScope = changes.filter((change) => change.scope === scope);
    for (let first = 0; first < ofScope.length; first += AT_ONCE)
      observed.push(...(await observeGroup(ofScope.slice(first, first + AT_ONCE), apis, run)));
  }
  return observed;
}

async function observeGroup(
  group: readonly LoweringChange[],
  apis: readonly ApiProcess[],
  run: Changer['change'],
): Promise<Observed[]> {
  const pauseMs = 5 * apis.length;
  const watches = group.map(({ scan }) => apis.map(({ origin }) => watch(origin, scan, { pauseMs })));
  const allAnswered = () => watches.flat().every(({ replies }) => replies.some(({ answer }) => answer));
  await expect.poll(allAnswered, { timeout: 20_000 }).toBe(true);
  const acknowledged: number[] = [];
  for (const { verb, input } of group) acknowledged.push(await run(verb, input));
  await sleep(BOUND_MS + 500);
  await Promise.all(watches.flat().map((one) => one.stop()));
  return group.map((change, n) =>
    observe(
      change,
      acknowledged[n]!,
      watches[n]!.map(({ replies }) => replies),
    ),
  );
}

function observe({ kind, scope, isOld }: LoweringChange, at: number, ofEach: readonly Reply[][]): Observed {
  const isOldReply = ({ answer }: Reply) => answer !== undefined && isOld(answer);
  const old = ofEach.flat().filter(isOldReply);
  const since = (times: (number | undefined)[]) => Math.max(0, ...times.map((time) => (time ?? at) - at));
  const endsNew = (replies: readonly Reply[]) => {
    const last = replies.findLast(({ answer }) => answer);
    return last !== undefined && !isOldReply(last);
  };
  return {
    kind,
    scope,
    computed: since(old.map(computedAt)),
    received: since(old.map((reply) => reply.received)),
    askedLater: old.filter(({ sent }) => sent > at).length,
    hadOld: ofEach.every((replies) => replies.some((one) => isOldReply(one) && computedAt(one)! <= at)),
    endsNew: ofEach.every(endsNew),
  };
}

/** R6, and what must hold for the observation to mean something. Unit answers are exact as of their statement. */
export function faultsOf(observed: readonly Observed[]): Observed[] {
  return observed.filter(
    ({ hadOld, endsNew, computed, scope, askedLater }) =>
      !hadOld || !endsNew || computed > BOUND_MS || (scope === 'unit' && askedLater > 0),
  );
}

/** Reports, by scope, how long old answers were still given. */
export function tellOf(observed: readonly Observed[]): void {
  for (const scope of ['unit', 'product'] as const) {
    const ofScope = observed.filter((one) => one.scope === scope);
    const spread = (pick: (one: Observed) => number) => {
      const sorted = ofScope.map(pick).sort((a, b) => a - b);
      return `median ${sorted[Math.floor(sorted.length / 2)]} ms, most ${sorted.at(-1)} ms`;
    };
    report(
      `${ofScope.length} changes seen by ${scope} checks; the last old answer after the acknowledgement: ` +
        `computed ${spread((one) => one.computed)}; received ${spread((one) => one.received)}`,
    );
  }
}
