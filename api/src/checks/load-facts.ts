import type { Pool } from 'pg';
import { factKey, type LastChanges } from '../freshness/index.ts';
import type { SecondLevel } from '../second-level/index.ts';
import type { Facts } from './facts.ts';
import { parseFacts, readFacts } from './read-facts.ts';

/** How often the second level had what was asked for, had it too old, or did not have it. */
export interface LevelCounts {
  hits: number;
  stale: number;
  misses: number;
}

/** Where facts come from: Redis, if there is one and what it holds is of no earlier version than the last change. */
export interface FactsLoader {
  load: (key: string) => Promise<Facts>;
  counts: LevelCounts;
}

/** @param second absent without Redis */
export function factsLoader(pool: Pool, changes: LastChanges, second: SecondLevel | undefined): FactsLoader {
  const counts = { hits: 0, stale: 0, misses: 0 };

  async function fromSecond(key: string): Promise<Facts | undefined> {
    const written = await second?.read(key);
    if (!written) {
      counts.misses += 1;
      return undefined;
    }
    const facts = parseFacts(written);
    const holds = changes.holds(written.v, keysOf(key, facts));
    counts[holds ? 'hits' : 'stale'] += 1;
    return holds ? facts : undefined;
  }

  return {
    counts,
    async load(key) {
      const shared = await fromSecond(key);
      if (shared) return shared;
      const written = await readFacts(pool, key);
      void second?.write(key, written);
      return parseFacts(written);
    },
  };
}

/** What a change would be named that touches these facts. */
function keysOf(key: string, { registrant }: Facts): string[] {
  return registrant ? [key, factKey.organisation(registrant.id)] : [key];
}
