import { and, eq, isNull } from 'drizzle-orm';
import type { Role } from '@assay/contract';
import type { Tx } from '../db/database.ts';
import { member } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/** The member, locked until the transaction ends. Throws `Refused` when nobody acts for the organisation so. */
export async function findMember(tx: Tx, organisationId: string, userId: string): Promise<{ role: Role }> {
  const [row] = await tx
    .select({ role: member.role })
    .from(member)
    .where(and(eq(member.organisationId, organisationId), eq(member.userId, userId), isNull(member.leftAt)))
    .for('update');
  if (!row)
    throw new Refused('not-found', 'nobody acts for this organisation so', 'Check the list of members.');
  return row;
}
