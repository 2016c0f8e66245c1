import { and, eq } from 'drizzle-orm';
import { recordEntry } from '../audit/record-entry.ts';
import { organisationOf } from '../auth/organisation-of.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { approval } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/**
 * A second member signs what a first one asked for: once, in its time, and never the one who asked.
 *
 * @returns the act and both who sign it, by name and id
 * @throws Refused `not-found`; `conflict` where it is approved or too old; `forbidden` for who asked
 */
export async function takeApproval(tx: Tx, ctx: Ctx, actor: Actor, id: string) {
  const [row] = await tx
    .select()
    .from(approval)
    .where(and(eq(approval.id, id), eq(approval.organisationId, organisationOf(actor))))
    .for('update');
  if (!row) throw new Refused('not-found', 'nobody asked for this', 'Check the list of approvals.');
  if (row.approvedBy !== null)
    throw new Refused('conflict', 'it is approved already', 'Nothing needs to be done.');
  if (row.expiresAt <= ctx.now())
    throw new Refused('conflict', 'nobody approved it in three days', 'Ask for it again.');
  if (row.askedBy === actor.id)
    throw new Refused('forbidden', 'you asked for this yourself', 'Another member must approve it.');
  const lastEntry = await recordEntry(tx, ctx, actor, 'approval-given', { id, act: row.act });
  await tx.update(approval).set({ approvedBy: actor.id, lastEntry }).where(eq(approval.id, id));
  return {
    act: row.act,
    input: row.input,
    signedBy: [`${row.askedByName} (${row.askedBy})`, `${actor.name} (${actor.id})`],
  };
}
