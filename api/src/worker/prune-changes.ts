import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';

/** Forgets changes that every process has long seen; one that slept longer forgets everything it remembers. */
export async function pruneChanges({ db }: Ctx): Promise<{ pruned: number }> {
  const result = await db.execute(sql`delete from app.change where at < now() - interval '10 minutes'`);
  return { pruned: result.rowCount ?? 0 };
}
