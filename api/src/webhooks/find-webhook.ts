import { and, eq, isNull } from 'drizzle-orm';
import type { Database, Tx } from '../db/database.ts';
import { webhookEndpoint } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

export type EndpointRow = typeof webhookEndpoint.$inferSelect;

/** One endpoint of one organisation. */
export interface WebhookId {
  organisationId: string;
  id: string;
}

/** The endpoint. @throws Refused `not-found` where the organisation has none such */
export async function findWebhook(
  db: Database | Tx,
  { organisationId, id }: WebhookId,
): Promise<EndpointRow> {
  return found(await selectWebhook(db, organisationId, id));
}

/** The endpoint, locked until the transaction ends. @throws Refused `not-found` where the organisation has none such */
export async function lockWebhook(tx: Tx, { organisationId, id }: WebhookId): Promise<EndpointRow> {
  return found(await selectWebhook(tx, organisationId, id).for('no key update'));
}

function selectWebhook(db: Database | Tx, organisationId: string, id: string) {
  return db
    .select()
    .from(webhookEndpoint)
    .where(
      and(
        eq(webhookEndpoint.id, id),
        eq(webhookEndpoint.organisationId, organisationId),
        isNull(webhookEndpoint.removedAt),
      ),
    );
}

function found([row]: EndpointRow[]): EndpointRow {
  if (row) return row;
  throw new Refused('not-found', 'there is no such webhook', 'Check the list of webhooks.');
}
