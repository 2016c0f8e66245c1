import { and, eq } from 'drizzle-orm';
import type { Role } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import type { Ctx } from '../context.ts';
import { invitation, member } from '../db/schema/index.ts';
import type { Person } from '../identity/index.ts';
import { Refused } from '../refused.ts';
import { digestOf } from './invite-member.ts';

/**
 * Takes up an invitation: only by the person whose address it was sent to, once, within its seven days.
 *
 * @throws Refused `not-found` for a link that is none, is used, is withdrawn, too old, or another person's; `conflict`
 *   for somebody who is a member already
 */
export async function acceptInvitation(
  ctx: Ctx,
  person: Pick<Person, 'id' | 'name' | 'email'>,
  secret: string,
): Promise<{ organisationId: string; role: Role }> {
  const actor = { kind: 'member', id: person.id, name: person.name } as const;
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(invitation)
      .where(and(eq(invitation.digest, digestOf(secret)), eq(invitation.state, 'open')))
      .for('update');
    const isGood = row && row.expiresAt > ctx.now() && row.email === person.email.toLowerCase();
    if (!isGood) throw new Refused('not-found', 'this invitation is not open to you', 'Ask for another one.');
    const { organisationId, role } = row;
    const subject = { id: row.id, organisationId, role };
    const entry = await recordEntry(tx, ctx, actor, 'invitation-accepted', subject, organisationId);
    const seat = { role, since: ctx.now(), leftAt: null, lastEntry: entry };
    const [known] = await tx
      .select({ leftAt: member.leftAt })
      .from(member)
      .where(and(eq(member.organisationId, organisationId), eq(member.userId, person.id)))
      .for('update');
    if (known && known.leftAt === null)
      throw new Refused('conflict', 'you are a member already', 'Ask an owner to change your role.');
    await tx
      .insert(member)
      .values({ organisationId, userId: person.id, ...seat })
      .onConflictDoUpdate({ target: [member.organisationId, member.userId], set: seat });
    await tx.update(invitation).set({ state: 'accepted', lastEntry: entry }).where(eq(invitation.id, row.id));
    return { organisationId, role };
  });
}
