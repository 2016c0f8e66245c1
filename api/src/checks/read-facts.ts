import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { issuerBytes } from '../codes/index.ts';
import type { BatchFacts, Facts, RangeFacts } from './facts.ts';
import {
  BATCH_BY_ID,
  BATCH_BY_LOT,
  FACTS_OF_GTIN,
  FACTS_OF_REGISTRATION,
  FACTS_OF_TEXT,
  IMPORTED_CODE,
  RANGE_AT,
  REMEMBERED_ROWS,
} from './queries.ts';

interface FactsRow {
  product: (Omit<NonNullable<Facts['product']>, 'importKey'> & { importKey: string | null }) | null;
  registrant: NonNullable<Facts['registrant']> | null;
  epochs: { subject: string; epoch: number; issuer: string; wrapped: string; state: 'issuing' }[];
  ranges: RangeFacts[];
  batches: BatchFacts[];
  decisions: Facts['decisions'];
}

const QUERIES = { g: FACTS_OF_GTIN, r: FACTS_OF_REGISTRATION, t: FACTS_OF_TEXT };

/** Changes with the queries, so that no process takes for facts what another version of this program wrote down. */
export const FACTS_SHAPE = createHash('sha256')
  .update(JSON.stringify([QUERIES, REMEMBERED_ROWS]))
  .digest('base64url')
  .slice(0, 8);

/** The rows of a fact as JSON text, with the version of the registry in the same snapshot. */
export interface WrittenFacts {
  v: number;
  text: string;
}

/**
 * Reads the facts that a key of `fact-keys.ts` names, in one statement and so of one snapshot.
 *
 * @throws the database's error
 */
export async function readFacts(pool: Pool, key: string): Promise<WrittenFacts> {
  const query = QUERIES[key.slice(0, 1) as keyof typeof QUERIES];
  const { rows } = await pool.query<WrittenFacts>({ ...query, values: [key.slice(2)] });
  return rows[0]!;
}

/** The facts that were written down so. */
export function parseFacts({ text }: WrittenFacts): Facts {
  const facts = JSON.parse(text) as FactsRow;
  const { product } = facts;
  return {
    product: product
      ? { ...product, importKey: product.importKey ? Buffer.from(product.importKey, 'hex') : undefined }
      : undefined,
    registrant: facts.registrant ?? undefined,
    epochs: facts.epochs.map((row) => ({
      ...row,
      issuer: issuerBytes(row.issuer),
      wrapped: Buffer.from(row.wrapped, 'hex'),
    })),
    ranges: facts.ranges.slice(0, REMEMBERED_ROWS),
    batches: facts.batches.slice(0, REMEMBERED_ROWS),
    complete: {
      ranges: facts.ranges.length <= REMEMBERED_ROWS,
      batches: facts.batches.length <= REMEMBERED_ROWS,
    },
    decisions: facts.decisions,
  };
}

/** The issued range of a large product that holds an index. */
export async function readRange(
  pool: Pool,
  productId: string,
  epoch: number,
  index: number,
): Promise<RangeFacts | undefined> {
  const { rows } = await pool.query<{ row: RangeFacts }>({ ...RANGE_AT, values: [productId, epoch, index] });
  return rows[0]?.row;
}

export async function readBatch(pool: Pool, id: number): Promise<BatchFacts | undefined> {
  const { rows } = await pool.query<{ row: BatchFacts }>({ ...BATCH_BY_ID, values: [id] });
  return rows[0]?.row;
}

export async function readBatchByLot(
  pool: Pool,
  productId: string,
  lotFolded: string,
): Promise<BatchFacts | undefined> {
  const { rows } = await pool.query<{ row: BatchFacts }>({ ...BATCH_BY_LOT, values: [productId, lotFolded] });
  return rows[0]?.row;
}

/** The batch of an imported serial, or undefined when it is not on file. */
export async function readImported(
  pool: Pool,
  code: { h: bigint; tail: number },
): Promise<number | undefined> {
  const { rows } = await pool.query<{ tail: number; batch: number }>({ ...IMPORTED_CODE, values: [code.h] });
  return rows[0]?.tail === code.tail ? rows[0].batch : undefined;
}
