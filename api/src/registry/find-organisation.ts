import { eq } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { organisation } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/** The organisation, locked until the transaction ends. Throws `Refused` when there is none of this kind. */
export async function findOrganisation(tx: Tx, id: string, kind: 'maker' | 'agency') {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id)).for('update');
  if (!row || row.kind !== kind) {
    throw new Refused('not-found', `there is no ${kind} ${id}`, 'Use the id that registering it returned.');
  }
  return row;
}
