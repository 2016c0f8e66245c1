import { randomUUID } from 'node:crypto';
import type { Contact, Localised } from '@assay/contract';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { organisation, prefix } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { dayOf } from '../today.ts';

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

/** @throws Refused `invalid` for a prefix that is none */
export function requirePrefixes(prefixes: readonly string[]): void {
  const malformed = prefixes.find((digits) => !/^\d{4,13}$/.test(digits));
  if (malformed === undefined) return;
  throw new Refused(
    'invalid',
    `"${malformed}" is no GS1 company prefix`,
    'Give 4 to 13 leading digits of the GTINs.',
  );
}

/** Takes a maker and its claims on file, under an entry of the same transaction. */
export async function insertMaker(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'timeZone'>,
  id: string,
  application: MakerApplication,
  entry: string,
): Promise<void> {
  const proven = application.verifiedHow !== undefined;
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
}
