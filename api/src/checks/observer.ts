import type { Pool } from 'pg';
import { unavailable } from './fresh.ts';
import { Grouping } from './grouping.ts';
import { observeUnits, type Observation, type Observed } from './observe-units.ts';

const LANES = 2;
const MOST_IN_GROUP = 256;
const MOST_WAITING = 4_096;
/** So that a check fails within a second; the next attempt is the same observation. */
const LONGEST_WAIT_MS = 900;

/** Writes checks of units in groups: the count is exact, and "first" happens once. */
export interface Observer {
  observe(observation: Observation): Promise<Observed>;
  depth(): number;
}

export function observer(pool: Pool, lockTimeoutMs: number): Observer {
  const grouping = new Grouping<Observation, Observed>({
    run: (group) => observeOnce(pool, group, lockTimeoutMs),
    nameOf: ({ key }) => `${key.gtin} ${key.epoch} ${key.index}`,
    lanes: LANES,
    mostInGroup: MOST_IN_GROUP,
    mostWaiting: MOST_WAITING,
    longestWaitMs: LONGEST_WAIT_MS,
    refuse: () => unavailable('too many checks wait to be written'),
  });
  return { observe: (observation) => grouping.do(observation), depth: () => grouping.depth };
}

/** A retry that meets its own first try in one group is one observation, and both get its outcome. */
async function observeOnce(
  pool: Pool,
  group: readonly Observation[],
  lockTimeoutMs: number,
): Promise<Observed[]> {
  const positions = new Map<string, number>();
  const distinct: Observation[] = [];
  const places = group.map((observation) => {
    const { key, attempt } = observation;
    const name = `${key.gtin} ${key.epoch} ${key.index} ${attempt}`;
    let position = positions.get(name);
    if (position === undefined) {
      position = distinct.push(observation) - 1;
      positions.set(name, position);
    }
    return position;
  });
  const observed = await observeUnits(pool, distinct, lockTimeoutMs);
  return places.map((position) => observed[position]!);
}
