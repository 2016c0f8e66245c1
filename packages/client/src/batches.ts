import type { Batch, NewBatch, NewRecall } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { Asker } from './asker.ts';

export const batchCalls = (ask: Asker) => ({
  list: (productId: string) => ask.pages<Batch>(paths.batchesOf(productId)),
  read: (batchId: number) => ask.json<Batch>('GET', paths.batch(String(batchId))),
  open: (batch: NewBatch, key?: string) => ask.order<{ id: number }>(paths.batches, batch, key),
  recall: (batchId: number, recall: NewRecall, key?: string) =>
    ask.order<object>(paths.recall(String(batchId)), recall, key),
});
