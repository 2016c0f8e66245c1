import type { Overview } from '@assay/contract';
import { organisationOf } from '../auth/organisation-of.ts';
import { requireMay } from '../auth/require-may.ts';
import type { Actor, Ctx } from '../context.ts';
import { addDays, dayOf } from '../today.ts';
import { countOpen } from './count-open.ts';
import { findDays } from './find-days.ts';
import { summarise } from './summarise.ts';

const DAYS = 30;

/**
 * What a maker sees at a glance, of the last thirty days: a few thousand rows of sums at most, however much is checked.
 *
 * @throws Refused `not-found`, `forbidden`
 */
export async function readOverview(ctx: Ctx, actor: Actor): Promise<Overview> {
  const organisationId = organisationOf(actor);
  requireMay(ctx, actor, 'overview.read', organisationId);
  const today = dayOf(ctx.now(), ctx.timeZone);
  const days = Array.from({ length: DAYS }, (_, n) => addDays(today, n - DAYS + 1));
  const [sums, open] = await Promise.all([
    findDays(ctx, organisationId, days[0]!),
    countOpen(ctx, organisationId, today),
  ]);
  return {
    ...summarise(
      sums,
      days,
      ctx.country.provinces.map(({ code }) => code),
    ),
    ...open,
  };
}
