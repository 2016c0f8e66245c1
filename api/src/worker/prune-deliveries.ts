import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';

const KEPT_DAYS = 30;

/** Forgets events, with all that was sent of them, 30 days after they were last sent. */
export async function pruneDeliveries({ db, now }: Ctx): Promise<{ pruned: number }> {
  const before = new Date(now().getTime() - KEPT_DAYS * 86_400_000).toISOString();
  const result = await db.execute(sql`
    delete from app.webhook_event e where at < ${before}
      and not exists (select from app.webhook_delivery where event_id = e.id and created_at >= ${before})`);
  return { pruned: result.rowCount ?? 0 };
}
