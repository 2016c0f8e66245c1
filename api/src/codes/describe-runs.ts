import { sql } from 'drizzle-orm';
import type { CodeRun } from '@assay/contract';
import { compact } from '../compact.ts';
import type { Ctx } from '../context.ts';
import type { RunRow } from './own-run.ts';

const MOST_LOTS = 20;

interface State extends Record<string, unknown> {
  id: string;
  name: string;
  gtin: string | null;
  states: CodeRun['states'] | null;
  lots: CodeRun['lots'] | null;
  downloads: number;
}

/** What has become of runs, in their order: their ranges by state and by lot, and how often they were handed out. */
export async function describeRuns(ctx: Ctx, runs: readonly RunRow[]): Promise<CodeRun[]> {
  const states = await statesOf(
    ctx,
    runs.map(({ id }) => id),
  );
  return runs.map((run) => {
    const state = states.get(run.id)!;
    return {
      id: run.id,
      productId: run.productId,
      epoch: run.epoch,
      first: run.first,
      last: run.last,
      product: compact({ name: state.name, gtin: state.gtin }),
      quantity: run.last - run.first + 1,
      innerCodes: run.innerCodes,
      issuedAt: run.issuedAt.toISOString(),
      states: state.states ?? [],
      lots: state.lots ?? [],
      downloads: state.downloads,
    };
  });
}

async function statesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, State>> {
  const { rows } = await ctx.db.execute<State>(sql`
    select r.id, p.name, p.gtin,
      (select json_agg(json_build_object('state', state, 'quantity', n) order by state) from (
        select state, sum(g.last - g.first + 1)::int8 as n from app.code_range g
        where g.product_id = r.product_id and g.epoch = r.epoch and g.first between r.first and r.last
        group by state) s) as states,
      (select json_agg(json_build_object('batchId', id, 'lot', lot, 'quantity', n) order by id) from (
        select b.id, b.lot, sum(g.last - g.first + 1)::int8 as n
        from app.code_range g join app.batch b on b.id = g.batch_id
        where g.product_id = r.product_id and g.epoch = r.epoch and g.first between r.first and r.last
        group by b.id, b.lot order by b.id limit ${MOST_LOTS}) l) as lots,
      (select count(*)::int4 from app.code_download d where d.run_id = r.id) as downloads
    from app.code_run r join app.product p on p.id = r.product_id
    where r.id = any(${sql`array[${sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )}]::uuid[]`})`);
  return new Map(rows.map((row) => [row.id, row]));
}
