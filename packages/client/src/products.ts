import type { ListedProduct, NewProduct, Product, ProductChange } from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { Asker } from './asker.ts';

export const productCalls = (ask: Asker) => ({
  list: () => ask.pages<ListedProduct>(paths.products),
  read: (id: string) => ask.json<Product>('GET', paths.product(id)),
  add: (product: NewProduct, key?: string) =>
    ask.order<{ id: string; gtin?: string }>(paths.products, product, key),
  change: (id: string, change: ProductChange) => ask.json<undefined>('PATCH', paths.product(id), change),
});
