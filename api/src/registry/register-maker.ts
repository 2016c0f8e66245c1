import { randomUUID } from 'node:crypto';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { insertMaker, type MakerApplication, requirePrefixes } from './insert-maker.ts';
import { refuseProvenPrefixes } from './refuse-proven-prefixes.ts';

/**
 * Takes a maker on file, pending or verified.
 *
 * @returns the organisation's id
 * @throws Refused `invalid` for a prefix that is none, `conflict` for one that another maker has proven
 */
export async function registerMaker(
  ctx: Ctx,
  actor: Actor,
  application: MakerApplication,
): Promise<{ id: string }> {
  requireMay(ctx, actor, 'maker.register', undefined);
  requirePrefixes(application.prefixes);
  const id = randomUUID();
  const proven = application.verifiedHow !== undefined;
  await ctx.db.transaction(async (tx) => {
    if (proven) await refuseProvenPrefixes(tx, application.prefixes);
    const kind = proven ? 'maker-verified' : 'maker-applied';
    const entry = await recordEntry(tx, ctx, actor, kind, { id, ...application }, id);
    await insertMaker(tx, ctx, id, application, entry);
  });
  return { id };
}
