import { sql } from 'drizzle-orm';
import type { Overview } from '@assay/contract';
import type { Ctx } from '../context.ts';

type Open = Pick<Overview, 'suspectedCopies' | 'openReports' | 'openRecalls'>;

/**
 * What a maker should look at. Codes that look copied are told to a verified maker, or a suspended one, alone: a pending
 * claim on somebody else's GTIN shows nothing of it.
 */
export async function countOpen(ctx: Ctx, organisationId: string, today: string): Promise<Open> {
  const { rows } = await ctx.db.execute<Open & Record<string, unknown>>(sql`
    select
      (select count(*)::int4 from app.product p
        join app.organisation o on o.id = p.organisation_id and o.status in ('verified', 'suspended')
        join app.suspected_copy s on s.gtin = coalesce(p.gtin::int8, -p.no)
        where p.organisation_id = ${organisationId}) as "suspectedCopies",
      (select count(*)::int4 from app.decision
        where organisation_id = ${organisationId} and kind = 'maker-report' and withdrawn_at is null
          and (until is null or until >= ${today})) as "openReports",
      (select count(*)::int4 from app.batch b join app.product p on p.id = b.product_id
        where p.organisation_id = ${organisationId} and b.recalled_on is not null
          and (b.recall_until is null or b.recall_until >= ${today})) as "openRecalls"`);
  return rows[0]!;
}
