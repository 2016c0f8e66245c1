import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { member, organisation } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/** An organisation never loses its last owner: two who leave at once wait for one another here. */
export async function requireAnotherOwner(tx: Tx, organisationId: string, userId: string): Promise<void> {
  await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .for('update');
  const others = await tx.$count(
    member,
    and(
      eq(member.organisationId, organisationId),
      eq(member.role, 'owner'),
      isNull(member.leftAt),
      ne(member.userId, userId),
    ),
  );
  if (others > 0) return;
  throw new Refused('conflict', 'this is the last owner', 'Make somebody else an owner first.');
}
