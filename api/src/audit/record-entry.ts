import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor, Author, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { activity, auditEntry } from '../db/schema/index.ts';
import { dayOf } from '../today.ts';

/**
 * Appends what happened to the audit log, in the transaction of the change itself.
 *
 * @param kind what was done, a verb in the past: `batch-recalled`
 * @param subject what it was done to and how, as plain JSON; it never takes the place of kind, time or actor
 * @param organisationId whose activity it is, where somebody else did it
 * @returns the entry's id, for `last_entry` of every row that the change touches
 */
export async function recordEntry(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'timeZone'>,
  actor: Author | Actor,
  kind: string,
  subject: Record<string, unknown>,
  organisationId = organisationActing(actor),
): Promise<string> {
  const id = randomUUID();
  const at = ctx.now();
  await tx.insert(auditEntry).values({
    id,
    lane: 'fast',
    kind,
    day: dayOf(at, ctx.timeZone),
    body: Buffer.from(JSON.stringify({ ...subject, kind, at: at.toISOString(), actor: nameOf(actor) })),
    salt: randomBytes(32),
  });
  if (organisationId !== undefined) await tx.insert(activity).values({ organisationId, entryId: id });
  return id;
}

function organisationActing(actor: Author | Actor): string | undefined {
  return 'organisationId' in actor ? actor.organisationId : undefined;
}

/** Who did it, without how they came in. */
function nameOf({ kind, id, name }: Author | Actor) {
  return { kind, id, name };
}
