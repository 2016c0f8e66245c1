import { and, eq, lte, notInArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { webhookDelivery } from '../db/schema/index.ts';

/**
 * Endpoints to which something is due.
 *
 * @param busy those that this process is at already
 * @param most how many
 */
export async function findDue(
  db: Database,
  now: Date,
  busy: readonly string[],
  most: number,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: webhookDelivery.endpointId })
    .from(webhookDelivery)
    .where(
      and(
        eq(webhookDelivery.state, 'waiting'),
        lte(webhookDelivery.nextAt, now),
        notInArray(webhookDelivery.endpointId, [...busy]),
      ),
    )
    .limit(most);
  return rows.map(({ id }) => id);
}
