import type { DecisionFacts } from './facts.ts';

/** What is known of the pack in the hand, for telling whether a decision is about it. */
export interface PackMarks {
  today: string;
  serial: string | undefined;
  unit: { epoch: number; index: number } | undefined;
  /** Lots in comparison form: of the code, of the print, of the maker's file. */
  lots: readonly string[];
  /** Days of making: of the code, of the print, of the maker's file. */
  made: readonly string[];
}

/** Whether a decision is about this pack, might be, or is not. */
export type Match = 'applies' | 'possible' | 'no';

/**
 * Whether a decision is in force on a day: it ends with its last day. It begins when it is published, not with the day
 * of its date, which another process wrote by its own clock and time zone (R6).
 */
export function inForce({ until }: DecisionFacts, today: string): boolean {
  return until === null || today <= until;
}

/** Compares the target of a decision with what is known of the pack (R12). */
export function matchDecision(decision: DecisionFacts, pack: PackMarks): Match {
  return least(matchTarget(decision, pack), matchRule(decision, pack.made));
}

function matchTarget(decision: DecisionFacts, pack: PackMarks): Match {
  switch (decision.target) {
    case 'serial':
      return decision.serial === pack.serial ? 'applies' : 'no';
    case 'range': {
      const { unit } = pack;
      const inside =
        unit?.epoch === decision.epoch && unit.index >= decision.first! && unit.index <= decision.last!;
      return unit && inside ? 'applies' : 'no';
    }
    case 'lot':
    case 'gtin':
    case 'registration':
    case 'registrant':
    case 'text':
      return matchLot(decision, pack.lots);
  }
}

/** A decision about a lot is about every pack that names it, and may be about a pack whose lot is not known. */
function matchLot(decision: DecisionFacts, lots: readonly string[]): Match {
  if (decision.lotFolded === null) return 'applies';
  if (lots.length === 0) return 'possible';
  return lots.includes(decision.lotFolded) ? 'applies' : 'no';
}

/** As with lots, one day among several is enough: what is printed on a pack never takes it out of a decision. */
function matchRule({ madeAfter, madeBefore }: DecisionFacts, made: readonly string[]): Match {
  if (madeAfter === null && madeBefore === null) return 'applies';
  if (made.length === 0) return 'possible';
  const isWithin = (day: string) =>
    (madeAfter === null || day > madeAfter) && (madeBefore === null || day < madeBefore);
  return made.some(isWithin) ? 'applies' : 'no';
}

function least(a: Match, b: Match): Match {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'possible' || b === 'possible' ? 'possible' : 'applies';
}
