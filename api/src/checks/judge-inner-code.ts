/** What is kept of a unit's inner code: when and by which scan it was first entered rightly, and its wrong tries. */
export interface InnerCodeUse {
  openedAt: Date | null;
  openedBy: string | null;
  wrong: Date[];
}

export interface JudgedInnerCode {
  outcome: 'right' | 'opened-before' | 'wrong' | 'wait';
  /** The row as it is from now on, where it changes. */
  next?: InnerCodeUse;
}

const WRONG_AN_HOUR = 5;
const WRONG_A_DAY = 20;
const HOUR_MS = 3_600_000;

/**
 * One entry of an inner code (unit code v1, point 8): five wrong an hour and twenty a day for one pack, then it waits;
 * it never locks. The first right one opens the pack, and a retry of the same scan still counts as the first.
 */
export function judgeInnerCode(
  use: InnerCodeUse,
  right: boolean,
  attempt: bigint,
  now: Date,
): JudgedInnerCode {
  const since = (ms: number) => use.wrong.filter((at) => now.getTime() - at.getTime() < ms);
  const lastDay = since(24 * HOUR_MS);
  if (since(HOUR_MS).length >= WRONG_AN_HOUR || lastDay.length >= WRONG_A_DAY) return { outcome: 'wait' };
  if (!right) return { outcome: 'wrong', next: { ...use, wrong: [...lastDay, now] } };
  if (use.openedAt === null) {
    return { outcome: 'right', next: { ...use, openedAt: now, openedBy: attempt.toString() } };
  }
  return { outcome: use.openedBy === attempt.toString() ? 'right' : 'opened-before' };
}
