import { randomUUID } from 'node:crypto';
import type { Contact, Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { organisation } from '../db/schema/index.ts';
import { dayOf } from '../today.ts';

/**
 * Takes an authority on file, whose officers may decide and warn.
 *
 * @returns the organisation's id
 */
export async function registerAgency(
  ctx: Ctx,
  actor: Actor,
  agency: { names: Localised; contacts?: readonly Contact[] },
): Promise<{ id: string }> {
  requireMay(ctx, actor, 'agency.register', undefined);
  const id = randomUUID();
  await ctx.db.transaction(async (tx) => {
    const entry = await recordEntry(tx, ctx, actor, 'agency-registered', { id, ...agency });
    await tx.insert(organisation).values({
      id,
      kind: 'agency',
      name: agency.names.vi,
      names: agency.names,
      status: 'verified',
      verifiedOn: dayOf(ctx.now(), ctx.timeZone),
      contacts: [...(agency.contacts ?? [])],
      lastEntry: entry,
    });
  });
  return { id };
}
