import type { Pool } from 'pg';
import { importedKey } from '@assay/serials';
import type { Remembered } from '../freshness/index.ts';
import type { BatchFacts, Facts, RangeFacts } from './facts.ts';
import { readBatch, readBatchByLot, readImported, readRange } from './read-facts.ts';

/** All that a check asks of the registry; an engine behind it can change without a check noticing. */
export interface RegistrySource {
  /** Facts by a key of `fact-keys.ts`. */
  about(key: string): Facts | Promise<Facts>;
  rangeAt(facts: Facts, epoch: number, index: number): Promise<RangeFacts | undefined>;
  batch(facts: Facts, id: number): Promise<BatchFacts | undefined>;
  batchByLot(facts: Facts, lotFolded: string): Promise<BatchFacts | undefined>;
  /** The batch of an imported serial and the 64 bits that name it, or undefined when it is not on file. */
  imported(
    facts: Facts,
    productKey: Buffer,
    serial: string,
  ): Promise<{ h: bigint; batchId: number } | undefined>;
}

/** Rows of products too large to be remembered whole: they live and die with the facts that they belong to. */
interface SingleRows {
  ranges: RangeFacts[];
  batches: Map<number, BatchFacts>;
}

const MOST_SINGLE_ROWS = 2_000;

/** The registry in PostgreSQL, behind the memory of this process. */
export function registrySource(pool: Pool, remembered: Remembered<Facts>): RegistrySource {
  const single = new WeakMap<Facts, SingleRows>();

  function rowsOf(facts: Facts): SingleRows {
    let rows = single.get(facts);
    if (!rows || rows.ranges.length + rows.batches.size > MOST_SINGLE_ROWS) {
      rows = { ranges: [], batches: new Map() };
      single.set(facts, rows);
    }
    return rows;
  }

  return {
    about: (key) => remembered.get(key),

    async rangeAt(facts, epoch, index) {
      const holds = (range: RangeFacts) =>
        range.epoch === epoch && range.first <= index && index <= range.last;
      const known = facts.ranges.find(holds) ?? single.get(facts)?.ranges.find(holds);
      if (known || facts.complete.ranges || !facts.product) return known;
      const range = await readRange(pool, facts.product.id, epoch, index);
      if (range) rowsOf(facts).ranges.push(range);
      return range;
    },

    async batch(facts, id) {
      const known = facts.batches.find((batch) => batch.id === id) ?? single.get(facts)?.batches.get(id);
      if (known || facts.complete.batches) return known;
      const batch = await readBatch(pool, id);
      if (batch) rowsOf(facts).batches.set(id, batch);
      return batch;
    },

    async batchByLot(facts, lotFolded) {
      const known = facts.batches.find((batch) => batch.lotFolded === lotFolded);
      if (known || facts.complete.batches || !facts.product) return known;
      return readBatchByLot(pool, facts.product.id, lotFolded);
    },

    async imported(_facts, productKey, serial) {
      const code = importedKey(productKey, serial);
      const batchId = await readImported(pool, code);
      return batchId === undefined ? undefined : { h: code.h, batchId };
    },
  };
}
