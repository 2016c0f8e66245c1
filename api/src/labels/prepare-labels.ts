import type { Resolution, SymbolKind } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import { findCodes, frameRun, type IssuedCodes } from '../code-files/index.ts';
import type { IssuedRange } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { Refused } from '../refused.ts';
import { type LabelPen, layOutLot } from './draw-label.ts';
import type { LabelledLot } from './fields.ts';
import type { Part } from './split-order.ts';
import { type SingleLabel, SINGLE } from './templates.ts';
import { type Typefaces, typefaces } from './typefaces.ts';

/** What labels of issued codes have in common, whatever they are printed on. */
export interface LabelOrder extends IssuedRange {
  /** `qr-code` holds a Digital Link, `data-matrix` an element string. */
  symbol: SymbolKind;
  resolution: Resolution;
  /** A declared host of the maker, to which Digital Links lead instead of to this service. */
  host?: string;
}

/** Labels of one lot, ready to be drawn. */
export interface LabelRun extends Part {
  lot: LabelledLot;
  pen: LabelPen;
}

export interface PreparedLabels {
  codes: IssuedCodes;
  gtin: string;
  runs: LabelRun[];
  faces: Typefaces;
}

/** A printing house takes a file of codes for more. */
const MOST_LABELS = 100_000;

/**
 * Finds the codes and lays out their labels, with an entry that says so.
 *
 * @throws Refused as `layOutLabels`
 */
export async function prepareLabels(
  ctx: Ctx,
  actor: Actor,
  order: LabelOrder,
  label: SingleLabel,
): Promise<PreparedLabels> {
  return ctx.db.transaction(async (tx) => {
    const prepared = await layOutLabels(tx, ctx, actor, order, label);
    const { organisationId } = prepared.codes.product;
    await recordEntry(tx, ctx, actor, 'labels-drawn', { ...order }, organisationId);
    return prepared;
  });
}

/**
 * Finds the codes and lays out their labels, without handing anything out.
 *
 * @throws Refused `invalid` for a label that is too small or too large, too many labels, a product without GTIN; else as
 *   `findCodes`
 */
export async function layOutLabels(
  tx: Tx,
  ctx: Ctx,
  actor: Actor,
  order: LabelOrder,
  label: SingleLabel,
): Promise<PreparedLabels> {
  requireBounds(order, label);
  const faces = typefaces();
  const codes = await findCodes(tx, ctx, actor, order);
  const { gtin, name } = codes.product;
  if (gtin === null) throw new Refused('invalid', `${name} has no GTIN`, 'Take a file of bare serials.');
  const pens = new Map<string | undefined, LabelPen>();
  const runs = codes.runs.map((run): LabelRun => {
    const lot = { gtin, ...run.lot };
    const frame = frameRun(codes, run, FORMS[order.symbol]);
    const pen = pens.get(lot.lot) ?? layOutLot({ ...order, ...label, name, lot, frame }, faces);
    pens.set(lot.lot, pen);
    return { first: run.first, last: run.last, lot, pen };
  });
  return { codes, gtin, runs, faces };
}

const FORMS = { 'qr-code': 'digital-link', 'data-matrix': 'element-string' } as const;

function requireBounds({ first, last }: LabelOrder, { width, height }: SingleLabel): void {
  if (last - first >= MOST_LABELS)
    throw new Refused(
      'invalid',
      `${last - first + 1} labels are too many for one order`,
      `Order at most ${MOST_LABELS} labels, or take a file of codes to a printing house.`,
    );
  if (![width, height].every((length) => length >= SINGLE.least && length <= SINGLE.most))
    throw new Refused(
      'invalid',
      `a label of ${width} by ${height} mm cannot be drawn`,
      `Give sides of ${SINGLE.least} to ${SINGLE.most} mm.`,
    );
}

/** The runs, or their parts, between two indexes. */
export function runsBetween(runs: readonly LabelRun[], first: number, last: number): LabelRun[] {
  return runs
    .filter((run) => run.last >= first && run.first <= last)
    .map((run) => ({ ...run, first: Math.max(run.first, first), last: Math.min(run.last, last) }));
}
