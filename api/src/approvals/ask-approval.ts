import { randomUUID } from 'node:crypto';
import type { JointAct } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { approval } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

const OPEN_FOR_MS = 3 * 86_400_000;

export interface Asked {
  approvalId: string;
  expiresAt: string;
}

/**
 * Puts an act that takes two members before a second one, for three days. Whether the first one may do it, and whether it
 * can be done, is asked before.
 *
 * @param input what the verb takes, without who signs
 * @throws Refused `forbidden` for whoever is no person of the organisation
 */
export async function askApproval(
  tx: Tx,
  ctx: Ctx,
  actor: Actor,
  act: JointAct,
  input: object,
): Promise<Asked> {
  if (actor.kind !== 'member')
    throw new Refused('forbidden', 'this takes two members', 'Ask for it as a person, at the console.');
  const id = randomUUID();
  const askedAt = ctx.now();
  const expiresAt = new Date(askedAt.getTime() + OPEN_FOR_MS);
  const lastEntry = await recordEntry(tx, ctx, actor, 'approval-asked', { id, act, ...input });
  await tx.insert(approval).values({
    id,
    organisationId: actor.organisationId,
    act,
    input: { ...input },
    askedBy: actor.id,
    askedByName: actor.name,
    askedAt,
    expiresAt,
    lastEntry,
  });
  return { approvalId: id, expiresAt: expiresAt.toISOString() };
}
