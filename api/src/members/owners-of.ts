import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { member, user } from '../db/schema/index.ts';

/** Who decides for an organisation, and where letters reach them. */
export async function ownersOf(tx: Tx, organisationId: string): Promise<{ name: string; email: string }[]> {
  return tx
    .select({ name: user.name, email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organisationId, organisationId), eq(member.role, 'owner'), isNull(member.leftAt)));
}
