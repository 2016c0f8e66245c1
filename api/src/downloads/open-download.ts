import type { FileOrder, LabelSheetOrder } from '@assay/contract';
import { openCodeFile } from '../code-files/index.ts';
import type { Actor, Ctx } from '../context.ts';
import { drawLabels, drawLabelSvgs } from '../labels/index.ts';
import type { Turns } from '../in-turn.ts';
import { Refused } from '../refused.ts';
import { asFileOrder } from './as-file-order.ts';
import { asLabelOrder, asMedia, type Ordered } from './as-label-order.ts';
import { FETCHED_FOR_MS } from './order-download.ts';
import { ownDownload } from './own-download.ts';

/** A file on its way to who ordered it. */
export interface OpenedDownload {
  name: string;
  mediaType: string;
  bytes: AsyncIterable<Buffer> | Buffer;
}

/**
 * Makes the file of a download, with an entry that it was fetched.
 *
 * @param drawing labels of one order after the other, since they take seconds
 * @throws Refused `not-found`; `forbidden` for anybody but who ordered it; `conflict` after an hour, or for codes that were
 *   withdrawn meanwhile
 */
export async function openDownload(
  ctx: Ctx,
  actor: Actor,
  id: string,
  drawing: Turns,
): Promise<OpenedDownload> {
  const { download, run } = await ownDownload(ctx, actor, 'codes.download', id);
  if (download.orderedBy !== actor.id)
    throw new Refused('forbidden', 'somebody else ordered this file', 'Order one of your own.');
  if (download.orderedAt.getTime() + FETCHED_FOR_MS <= ctx.now().getTime())
    throw new Refused('conflict', 'this file was ordered more than an hour ago', 'Order it again.');
  const { first, last, kind, input } = download;
  const ordered = { run, first, last };
  return kind === 'file'
    ? openCodeFile(ctx, actor, asFileOrder({ ...ordered, input: input as FileOrder }))
    : drawing(() => openLabels(ctx, actor, { ...ordered, input: input as LabelSheetOrder }));
}

async function openLabels(
  ctx: Ctx,
  actor: Actor,
  ordered: Ordered<LabelSheetOrder>,
): Promise<OpenedDownload> {
  const { media } = ordered.input;
  const order = asLabelOrder(ordered);
  if ('svg' in media) {
    for await (const { name, svg } of await drawLabelSvgs(ctx, actor, { ...order, label: media.svg }))
      return { name, mediaType: 'image/svg+xml', bytes: Buffer.from(svg) };
  } else {
    const { files } = await drawLabels(ctx, actor, { ...order, media: asMedia(media) });
    for await (const { name, bytes } of files)
      return { name, mediaType: 'application/pdf', bytes: Buffer.from(bytes) };
  }
  throw new Error('an order of labels has at least one');
}
