import { Refused } from '../refused.ts';

interface Part {
  first: number;
  last: number;
}

/** The part of a run that is ordered: all of it, unless ends are given. @throws Refused `invalid` for one that is not in it */
export function partOf(
  run: Part,
  { first = run.first, last = run.last }: { first?: number; last?: number },
): Part {
  if (first < run.first || last > run.last || first > last)
    throw new Refused(
      'invalid',
      `codes ${first} to ${last} are no part of this run`,
      `Give a part of ${run.first} to ${run.last}.`,
    );
  return { first, last };
}
