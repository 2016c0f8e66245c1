import type { LabelSheetOrder } from '@assay/contract';
import type { RunRow } from '../codes/index.ts';
import type { LabelOrder, Media } from '../labels/index.ts';

/** A range of a run with what is to be made of it. */
export type Ordered<Input> = { run: RunRow; first: number; last: number; input: Input };

/** An order of labels in the words of whoever draws them. */
export function asLabelOrder({ run, first, last, input }: Ordered<LabelSheetOrder>): LabelOrder {
  const { symbol, resolution, host } = input;
  const { productId, epoch } = run;
  return { productId, epoch, first, last, symbol, resolution, ...(host !== undefined && { host }) };
}

/** Sheets, or single labels of one size; a drawing has the size of a single label. */
export function asMedia(media: LabelSheetOrder['media']): Media {
  if ('roll' in media) return { single: media.roll };
  return 'svg' in media ? { single: media.svg } : media;
}
