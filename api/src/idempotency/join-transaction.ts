import type { Ctx } from '../context.ts';
import type { Database, Tx } from '../db/database.ts';

/** The context of verbs that take part in a transaction instead of opening one of their own. */
export function joinTransaction(ctx: Ctx, tx: Tx): Ctx {
  const db = Object.create(tx) as Database;
  db.transaction = (work) => work(tx);
  return { ...ctx, db };
}
