import type { FileOrder } from '@assay/contract';
import type { CodeFileOrder } from '../code-files/index.ts';
import type { Ordered } from './as-label-order.ts';

/** An order of a file in the words of whoever writes it. */
export function asFileOrder({ run, first, last, input }: Ordered<FileOrder>): CodeFileOrder {
  const { form, layout, host } = input;
  const { productId, epoch } = run;
  return { productId, epoch, first, last, form, layout, ...(host !== undefined && { host }) };
}
