import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { eq, inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { type Guessability, subjectOfProduct, unwrapImportKey, wrapImportKey } from '@assay/serials';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import * as schema from '../db/schema/index.ts';
import { bumpClock } from '../freshness/index.ts';
import { Refused } from '../refused.ts';
import { findBatch, nameOfBatch, productKeys, type ProductRow } from '../registry/index.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';
import { issuerBytes } from './epoch-row.ts';
import { findNeighbours } from './find-neighbours.ts';
import { type RejectedRow, stageCodes } from './stage-codes.ts';
import { storeStaged } from './store-staged.ts';

/** As long as other work on the registry waits for a lock. */
const LOCK_TIMEOUT_MS = 10_000;

export interface ImportOrder {
  batchId: number;
  /** CSV whose first column is the serial; a heading line `serial` is allowed. */
  csv: Readable;
  /** Measures and checks, and stores nothing. */
  dryRun?: boolean;
  /** Called for every row that is not taken, as it is found. */
  onRejected: (row: RejectedRow) => void;
}

export interface ImportResult {
  accepted: number;
  /** On file in this lot before: nothing to do. */
  already: number;
  rejected: number;
  guessability: Guessability;
}

/**
 * Takes the serials that a maker prints by its own system, streamed through `COPY` into a staging table and inserted
 * in the order of their keys. All or nothing: a fault on the way leaves no row behind.
 *
 * @throws Refused `not-found`; `invalid` for a product without unit codes
 */
export async function importCodes(ctx: Ctx, actor: Actor, order: ImportOrder): Promise<ImportResult> {
  const client = await ctx.db.$client.connect();
  const tx = drizzle(client, { schema, casing: 'snake_case' }) as unknown as Tx;
  try {
    await client.query(`begin; set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
    const result = await importInto(ctx, tx, client, actor, order);
    await client.query(order.dryRun ? 'rollback' : 'commit');
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

async function importInto(
  ctx: Ctx,
  tx: Tx,
  client: PoolClient,
  actor: Actor,
  order: ImportOrder,
): Promise<ImportResult> {
  const found = await findBatch(tx, order.batchId);
  const { batch: lot, product: owner } = found;
  requireMay(ctx, actor, 'codes.import', owner.organisationId);
  if (owner.coding !== 'unit-codes') {
    throw new Refused(
      'invalid',
      `${owner.name} has no unit codes`,
      'Change the product to unit codes first.',
    );
  }
  const { key, wrapped } = importKeyOf(ctx, owner);
  await client.query(
    'create temporary table staged (h int8, tail int4, line int8, serial text, neighbours int8[]) on commit drop',
  );
  const staged = await stageCodes({ client, key, csv: order.csv, onRejected: order.onRejected });
  const stored = await storeStaged(client, lot.id, order.onRejected);
  const near = await findNeighbours(client);
  const guessable = lot.guessable || staged.guessability.guessable || near.guessable;
  const { accepted } = stored;
  const subject = { batchId: lot.id, accepted, guessable, guessableWithIt: near.batchIds };
  const entry = await recordEntry(tx, ctx, actor, 'codes-imported', subject, owner.organisationId);
  await tx.update(schema.batch).set({ guessable, lastEntry: entry }).where(eq(schema.batch.id, lot.id));
  await tx
    .update(schema.batch)
    .set({ guessable: true, lastEntry: entry })
    .where(inArray(schema.batch.id, near.batchIds));
  await tx
    .update(schema.product)
    .set({
      importKey: wrapped,
      importedCodes: sql`${schema.product.importedCodes} + ${stored.accepted}`,
      lastEntry: entry,
    })
    .where(eq(schema.product.id, owner.id));
  const counts = {
    accepted: stored.accepted,
    already: stored.already,
    rejected: staged.rejected + stored.rejected,
  };
  await enqueueEvent(tx, ctx, owner.organisationId, 'import.finished', {
    ...nameOfBatch(found),
    ...counts,
    guessable,
  });
  await bumpClock(tx, productKeys(owner));
  return { ...counts, guessability: { ...staged.guessability, guessable } };
}

function importKeyOf(ctx: Ctx, owner: ProductRow): { key: Buffer; wrapped: Buffer } {
  const subject = owner.gtin ?? subjectOfProduct(owner.id);
  const issuer = issuerBytes(owner.organisationId);
  if (owner.importKey) {
    return {
      key: unwrapImportKey(ctx.keys.serials, owner.importKey, subject, issuer),
      wrapped: owner.importKey,
    };
  }
  const key = randomBytes(32);
  return { key, wrapped: wrapImportKey(ctx.keys.serials, key, subject, issuer) };
}
