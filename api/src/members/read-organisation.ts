import { asc, eq } from 'drizzle-orm';
import type { Organisation } from '@assay/contract';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { organisation, prefix } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';

/** @throws Refused `not-found`, `forbidden` */
export async function readOrganisation(ctx: Ctx, actor: Actor, id: string): Promise<Organisation> {
  requireMay(ctx, actor, 'organisation.read', id);
  const [row] = await ctx.db.select().from(organisation).where(eq(organisation.id, id));
  if (!row) throw new Refused('not-found', 'there is no such organisation', 'Check the id.');
  const prefixes = await ctx.db
    .select({ digits: prefix.digits, state: prefix.state })
    .from(prefix)
    .where(eq(prefix.organisationId, id))
    .orderBy(asc(prefix.digits));
  const { name, kind, status, companyNumber } = row;
  return { id, name, kind, status, ...(companyNumber === null ? {} : { companyNumber }), prefixes };
}
