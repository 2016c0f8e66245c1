import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { decision } from '../db/schema/index.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';

type Row = Pick<
  typeof decision.$inferSelect,
  | 'id'
  | 'kind'
  | 'organisationId'
  | 'target'
  | 'gtin'
  | 'lot'
  | 'number'
  | 'registrationFolded'
  | 'registrantId'
>;

/** Tells every maker that registered what a decision, warning or report names. */
export async function tellMakers(
  tx: Tx,
  ctx: Ctx,
  topic: 'decision.published' | 'decision.withdrawn',
  row: Row,
): Promise<void> {
  const { id: decisionId, kind, organisationId: byId, target, gtin, lot, number } = row;
  for (const makerId of await makersNamed(tx, row))
    await enqueueEvent(tx, ctx, makerId, topic, { decisionId, kind, byId, target, gtin, lot, number });
}

async function makersNamed(tx: Tx, { gtin, registrationFolded, registrantId }: Row): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct organisation_id as id from app.product
    where gtin = ${gtin} or registration_folded = ${registrationFolded}`);
  return [...new Set([...rows.map(({ id }) => id), ...(registrantId === null ? [] : [registrantId])])];
}
