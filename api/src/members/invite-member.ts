import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Role } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { invitation, organisation } from '../db/schema/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import { invitationLetter } from './invitation-letter.ts';

const SECRET_BYTES = 20;
const VALID_MS = 7 * 86_400_000;

/** What an invitation is found by; the link itself is never stored. */
export const digestOf = (secret: string) => createHash('sha256').update(secret).digest();

/**
 * Invites somebody by mail; an earlier invitation of the same address ends. The letter is sent once the invitation is
 * stored.
 *
 * @param consoleOrigin where the link leads
 * @throws Refused `not-found`, `forbidden`; what keeps the letter from being sent
 */
export async function inviteMember(
  ctx: Ctx,
  actor: Actor,
  input: { organisationId: string; email: string; role: Role },
  { sendMail, consoleOrigin }: { sendMail: Mailer; consoleOrigin: string },
): Promise<{ id: string }> {
  requireMay(ctx, actor, 'member.invite', input.organisationId);
  const id = randomUUID();
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const email = input.email.trim().toLowerCase();
  const name = await ctx.db.transaction(async (tx) => {
    const entry = await recordEntry(tx, ctx, actor, 'member-invited', { id, ...input, email });
    await tx
      .update(invitation)
      .set({ state: 'withdrawn', lastEntry: entry })
      .where(
        and(
          eq(invitation.organisationId, input.organisationId),
          eq(invitation.email, email),
          eq(invitation.state, 'open'),
        ),
      );
    await tx.insert(invitation).values({
      id,
      organisationId: input.organisationId,
      email,
      role: input.role,
      digest: digestOf(secret),
      expiresAt: new Date(ctx.now().getTime() + VALID_MS),
      state: 'open',
      lastEntry: entry,
    });
    const [row] = await tx
      .select({ name: organisation.name })
      .from(organisation)
      .where(eq(organisation.id, input.organisationId));
    return row!.name;
  });
  await sendMail(invitationLetter(email, name, `${consoleOrigin}/invitations/${secret}`));
  return { id };
}
