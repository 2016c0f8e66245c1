import { eq } from 'drizzle-orm';
import type { Localised } from '@assay/contract';
import { normaliseTypedSerial, verifySerial } from '@assay/serials';
import { requireMay } from '../auth/require-may.ts';
import { requireSigner, requireTwoSigners } from '../auth/require-signers.ts';
import { epochRow, requireForward, runsOf, type WhichCodes } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { epoch } from '../db/schema/index.ts';
import { Refused } from '../refused.ts';
import { findOrganisation, findProduct, type ProductRow } from '../registry/index.ts';
import { addDays, dayOf } from '../today.ts';
import { publish } from './publish.ts';
import type { Target } from './target.ts';

export const UNITS_FOR_ONE_MEMBER = 100;

export interface MakersReport extends WhichCodes {
  productId: string;
  /** Why the labels cannot be trusted: stolen, leaked. Public. */
  reason: Localised;
  signedBy: readonly string[];
}

/**
 * A maker blocks codes of its own, such as stolen or leaked labels. It says only "blocked by its maker" and lapses
 * after 30 days unless an authority confirms it; over 100 units take two members (R5).
 *
 * @returns the ids of the reports, one a range or serial
 * @throws Refused `not-found`; `forbidden` with too few members; `conflict` for a maker that is not verified;
 *   `invalid` where there is nothing to block
 */
export async function reportCodes(ctx: Ctx, actor: Actor, input: MakersReport): Promise<{ ids: string[] }> {
  const units = unitsOf(input);
  if (units > UNITS_FOR_ONE_MEMBER) requireTwoSigners(input.signedBy, `a report about ${units} units`);
  else requireSigner(input.signedBy, 'a report');
  return ctx.db.transaction(async (tx) => {
    const owner = await findProduct(tx, input.productId);
    requireMay(ctx, actor, 'codes.report', owner.organisationId);
    const maker = await findOrganisation(tx, owner.organisationId, 'maker');
    if (maker.status !== 'verified') {
      throw new Refused(
        'conflict',
        `${maker.name} is ${maker.status}`,
        'Only a verified maker can block its codes.',
      );
    }
    const date = dayOf(ctx.now(), ctx.timeZone);
    const until = addDays(date, ctx.settings.makerReportDays);
    const ids = await publish(tx, ctx, actor, {
      kind: 'maker-report',
      organisationId: maker.id,
      targets: await targetsOf(tx, ctx, owner, input),
      date,
      reason: input.reason,
      signedBy: input.signedBy,
      appealUntil: until,
      until,
    });
    return { ids };
  });
}

/** How many packs are named. @throws Refused `invalid` where there is none, or a range runs backwards */
export function unitsOf({ ranges = [], serials = [] }: WhichCodes): number {
  for (const run of ranges) requireForward(run);
  const units = serials.length + ranges.reduce((sum, run) => sum + run.last - run.first + 1, 0);
  if (units < 1) throw new Refused('invalid', 'there is nothing to block', 'Name ranges or serials.');
  return units;
}

/** Serials that Assay issued are blocked by their index, in runs; those that the maker imported by their text. */
async function targetsOf(tx: Tx, ctx: Ctx, owner: ProductRow, input: MakersReport): Promise<Target[]> {
  const gtin = owner.gtin;
  if (!gtin)
    throw new Refused('invalid', `${owner.name} has no GTIN`, 'Ask the operator to block its codes.');
  const rows = await tx.select().from(epoch).where(eq(epoch.productId, owner.id));
  const epochs = rows.map((row) => ({ epoch: row.number, cipher: ctx.serials.open(epochRow(row)) }));
  const hits = [];
  const targets: Target[] = (input.ranges ?? []).map((run) => ({ kind: 'range', gtin, ...run }));
  for (const serial of input.serials ?? []) {
    const spelt = normaliseTypedSerial(serial);
    const [hit] = spelt.ok ? verifySerial(spelt.serial, epochs) : [];
    if (hit) hits.push(hit);
    else targets.push({ kind: 'serial', gtin, serial });
  }
  for (const { productId: _, ...run } of runsOf(owner.id, hits))
    targets.push({ kind: 'range', gtin, ...run });
  return targets;
}
