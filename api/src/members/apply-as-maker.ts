import { randomUUID } from 'node:crypto';
import { recordEntry } from '../audit/record-entry.ts';
import type { Ctx } from '../context.ts';
import { member } from '../db/schema/index.ts';
import type { Person } from '../identity/index.ts';
import { insertMaker, type MakerApplication, requirePrefixes } from '../registry/index.ts';

/**
 * A person takes the organisation that it acts for on file, pending, and is its first owner.
 *
 * @returns the organisation's id
 * @throws Refused `invalid` for a prefix that is none
 */
export async function applyAsMaker(
  ctx: Ctx,
  person: Pick<Person, 'id' | 'name'>,
  application: Omit<MakerApplication, 'verifiedHow' | 'declaredHosts'>,
): Promise<{ id: string }> {
  requirePrefixes(application.prefixes);
  const id = randomUUID();
  const actor = { kind: 'member', id: person.id, name: person.name } as const;
  await ctx.db.transaction(async (tx) => {
    const entry = await recordEntry(tx, ctx, actor, 'maker-applied', { id, ...application }, id);
    await insertMaker(tx, ctx, id, application, entry);
    await tx
      .insert(member)
      .values({ organisationId: id, userId: person.id, role: 'owner', lastEntry: entry });
  });
  return { id };
}
