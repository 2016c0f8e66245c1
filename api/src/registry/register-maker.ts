import { randomUUID } from 'node:crypto';
import type { Contact, Localised } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { organisation, prefix } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { dayOf } from '../today.ts';
import { refuseProvenPrefixes } from './refuse-proven-prefixes.ts';

export interface MakerApplication {
  name: string;
  companyNumber?: string;
  /** Leading digits of its GTINs, 4 to 13 of them: a GS1 company prefix or a single GTIN-13. */
  prefixes: readonly string[];
  declaredHosts?: readonly string[];
  contacts?: readonly Contact[];
  /** How its identity and prefixes were proven; without it the maker stays pending. */
  verifiedHow?: Localised;
}

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
  const malformed = application.prefixes.find((digits) => !/^\d{4,13}$/.test(digits));
  if (malformed !== undefined) {
    throw new Refused(
      'invalid',
      `"${malformed}" is no GS1 company prefix`,
      'Give 4 to 13 leading digits of the GTINs.',
    );
  }
  const id = randomUUID();
  const proven = application.verifiedHow !== undefined;
  await ctx.db.transaction(async (tx) => {
    if (proven) await refuseProvenPrefixes(tx, application.prefixes);
    const entry = await recordEntry(tx, ctx, actor, proven ? 'maker-verified' : 'maker-applied', {
      id,
      ...application,
    });
    await tx.insert(organisation).values({
      id,
      kind: 'maker',
      name: application.name,
      names: { vi: application.name, en: application.name },
      companyNumber: application.companyNumber ?? null,
      status: proven ? 'verified' : 'pending',
      verifiedOn: proven ? dayOf(ctx.now(), ctx.timeZone) : null,
      verifiedHow: application.verifiedHow ?? null,
      declaredHosts: (application.declaredHosts ?? []).map((host) => host.toLowerCase()),
      contacts: [...(application.contacts ?? [])],
      lastEntry: entry,
    });
    for (const digits of application.prefixes) {
      await tx.insert(prefix).values({
        id: randomUUID(),
        organisationId: id,
        digits,
        state: proven ? 'proven' : 'claimed',
        lastEntry: entry,
      });
    }
  });
  return { id };
}
