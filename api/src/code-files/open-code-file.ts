import type { CodeForm, FileLayout } from '@assay/contract';
import { recordEntry } from '../audit/record-entry.ts';
import type { IssuedRange } from '../codes/index.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { Refused } from '../refused.ts';
import type { ProductRow } from '../registry/index.ts';
import { findCodes, type IssuedCodes } from './find-codes.ts';
import { frameRun } from './frame-run.ts';
import { type LotOfCodes, writeCodes } from './write-codes.ts';

export interface CodeFileOrder extends IssuedRange {
  form: CodeForm;
  layout: FileLayout;
  /** A declared host of the maker, to which Digital Links lead instead of to this service. */
  host?: string;
}

/** A file that is written while it is read. */
export interface CodeFile {
  name: string;
  mediaType: string;
  codes: number;
  bytes: AsyncIterable<Buffer>;
}

const KINDS: Record<FileLayout, { ending: string; mediaType: string }> = {
  people: { ending: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  printer: { ending: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  list: { ending: 'txt', mediaType: 'text/plain; charset=utf-8' },
};

/**
 * Opens a file with the codes of an issued range, with an entry that says so. Whether it is the first download, and
 * what a later one asks for, is up to the caller.
 *
 * @throws Refused `invalid` for a form that the product or the layout cannot have; else as `findCodes`
 */
export async function openCodeFile(ctx: Ctx, actor: Actor, order: CodeFileOrder): Promise<CodeFile> {
  const { gtin, lots } = await ctx.db.transaction(async (tx) => {
    const { product, lots: found } = await prepareCodeFile(tx, ctx, actor, order);
    await recordEntry(tx, ctx, actor, 'codes-exported', { ...order }, product.organisationId);
    return { gtin: product.gtin, lots: found };
  });
  const { ending, mediaType } = KINDS[order.layout];
  return {
    name: `${gtin ?? 'codes'}-${order.epoch}-${order.first}-${order.last}.${ending}`,
    mediaType,
    codes: order.last - order.first + 1,
    bytes: writeCodes(order.layout, lots),
  };
}

/** What a file needs, found without handing anything out. @throws Refused as `openCodeFile` */
export async function prepareCodeFile(
  tx: Tx,
  ctx: Ctx,
  actor: Actor,
  order: CodeFileOrder,
): Promise<{ product: ProductRow; lots: LotOfCodes[] }> {
  if (order.layout === 'people' && order.form === 'element-string')
    throw new Refused(
      'invalid',
      'a spreadsheet does not keep the separators of an element string',
      'Take bracketed text for people, or a layout for printers.',
    );
  const codes = await findCodes(tx, ctx, actor, order);
  return { product: codes.product, lots: lotsOf(codes, order.form) };
}

function lotsOf(codes: IssuedCodes, form: CodeForm): LotOfCodes[] {
  const { gtin } = codes.product;
  return codes.runs.map((run) => ({
    ...(gtin !== null && { gtin }),
    ...run.lot,
    frame: frameRun(codes, run, form),
    serials: codes.serialsOf(run),
  }));
}
