import type { Sample } from '@assay/contract';
import type { Label } from '../camera/label.ts';

/** A sample as it is printed: a GS1 DataMatrix says by FNC1 that it is one, which its identifier stands for. */
export function labelOf({ format, text }: Sample): Label {
  if (format === 'typed') throw new Error('what is typed has no picture');
  return { format, text: format === 'data_matrix' ? `]d2${text}` : text };
}
