import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { idempotencyKey } from '../db/schema/index.ts';
import { ProblemError } from '../http/problem-error.ts';
import { keptBody, openBody } from './kept-body.ts';
import { joinTransaction } from './join-transaction.ts';

export interface Order {
  /** Whose key it is: an organisation or a person. */
  sender: string;
  key: string;
  method: string;
  url: string;
  body: unknown;
}

export interface Outcome {
  status: number;
  body: unknown;
  /** The body holds what is shown once: of it the database keeps what it cannot read. */
  secret?: true;
}

/**
 * Does what was ordered once, whatever is sent again with the same key: the outcome is stored in the transaction of the
 * work itself, and told again. What failed is not stored, and may be tried again.
 *
 * @param work takes the context of that transaction
 * @throws ProblemError `conflict` while the same key is being worked on, `idempotency-mismatch` for another request
 */
export async function runOnce(
  ctx: Ctx,
  order: Order,
  work: (ctx: Ctx) => Promise<Outcome>,
): Promise<Outcome & { again: boolean }> {
  const request = createHash('sha256')
    .update(JSON.stringify([order.method, order.url, order.body]))
    .digest();
  return ctx.db.transaction(async (tx) => {
    await requireAlone(tx, order);
    const done = await findDone(tx, order);
    if (done) {
      if (!done.request.equals(request)) throw new ProblemError('idempotency-mismatch');
      return { status: done.status, body: openBody(ctx, order, done), again: true };
    }
    const outcome = await work(joinTransaction(ctx, tx));
    await tx.insert(idempotencyKey).values({
      sender: order.sender,
      key: order.key,
      request,
      status: outcome.status,
      ...keptBody(ctx, order, outcome),
    });
    return { ...outcome, again: false };
  });
}

/** The lock ends with the transaction, however that ends. */
async function requireAlone(tx: Tx, { sender, key }: Order): Promise<void> {
  const { rows } = await tx.execute<{ alone: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`assay/once ${sender} ${key}`}, 0)) as alone`,
  );
  if (!rows[0]?.alone)
    throw new ProblemError('conflict', { detail: 'a request with this key is under way', retryAfter: 1 });
}

async function findDone(tx: Tx, { sender, key }: Order) {
  const [row] = await tx
    .select()
    .from(idempotencyKey)
    .where(and(eq(idempotencyKey.sender, sender), eq(idempotencyKey.key, key)));
  return row;
}
