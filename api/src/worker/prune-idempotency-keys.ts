import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';

/** Forgets which requests were done two days ago: whoever repeats one so late means another. */
export async function pruneIdempotencyKeys({ db }: Ctx): Promise<{ pruned: number }> {
  const result = await db.execute(sql`delete from app.idempotency_key where at < now() - interval '2 days'`);
  return { pruned: result.rowCount ?? 0 };
}
