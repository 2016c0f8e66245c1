import { isSquare, type Reading } from './reading.ts';

/** A number made of bars counts once it was read twice within this time. */
const WINDOW_MS = 1500;

/** Readings of bars that wait for their second, with the time of each in milliseconds. */
export type Ballot = readonly { reading: Reading; at: number }[];

export type Vote =
  | { kind: 'waiting'; ballot: Ballot }
  | { kind: 'accepted'; reading: Reading }
  /** Different numbers within the window: a person chooses, never the program. */
  | { kind: 'contested'; readings: readonly Reading[] };

/**
 * Counts what one frame gave. A square code is accepted at once, since it corrects its own errors; bars after the
 * same number in two frames within 1.5 s, since a misread number has a right check digit too.
 */
export function vote(ballot: Ballot, readings: readonly Reading[], now: number): Vote {
  const square = readings.find(isSquare);
  if (square) return { kind: 'accepted', reading: square };

  const recent = ballot.filter(({ at }) => now - at <= WINDOW_MS);
  const again = readings.find((reading) => recent.some((earlier) => isSame(earlier.reading, reading)));
  const all = [...recent, ...readings.map((reading) => ({ reading, at: now }))];
  const different = distinct(all.map(({ reading }) => reading));

  if (different.length > 1) return { kind: 'contested', readings: different };
  return again ? { kind: 'accepted', reading: again } : { kind: 'waiting', ballot: all };
}

/** The same number in the same symbology. */
function isSame(one: Reading, other: Reading): boolean {
  return one.text === other.text && one.format === other.format;
}

function distinct(readings: readonly Reading[]): Reading[] {
  return readings.filter((reading, index) => readings.findIndex((first) => isSame(first, reading)) === index);
}
