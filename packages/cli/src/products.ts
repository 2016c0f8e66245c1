import { CATEGORIES, CODINGS, PACKS } from '@assay/contract/lists';
import type { ListedProduct } from '@assay/contract';
import { type Call, type Command, given, oneOf, type Outcome, required, Usage, word } from './command.ts';
import { findProduct } from './find-product.ts';
import { table } from './table.ts';

export const products: Command = {
  usage: '[show PRODUCT | add --name NAME --category C --pack P --coding C …]',
  about: 'list your products, show one, or list a new one',
  help: `PRODUCT is an id or a GTIN.

  --gtin DIGITS             8, 12, 13 or 14 digits, under a prefix of yours
  --name NAME               as it stands on the pack
  --category CATEGORY       ${CATEGORIES.join(', ')}
  --pack PACK               ${PACKS.join(', ')}
  --coding CODING           ${CODINGS.join(', ')}
  --brand, --net-content, --registration-number, --importer
  --unit-codes-since DAY, --lots-complete-since DAY   as 2026-01-31`,
  options: {
    gtin: { type: 'string' },
    name: { type: 'string' },
    category: { type: 'string' },
    pack: { type: 'string' },
    coding: { type: 'string' },
    brand: { type: 'string' },
    'net-content': { type: 'string' },
    'registration-number': { type: 'string' },
    importer: { type: 'string' },
    'unit-codes-since': { type: 'string' },
    'lots-complete-since': { type: 'string' },
  },
  async run(call) {
    switch (call.words[0] ?? 'list') {
      case 'list':
        return list(call);
      case 'show':
        return show(call);
      case 'add':
        return add(call);
      default:
        throw new Usage(`products cannot "${call.words[0]}"`);
    }
  },
};

async function list(call: Call): Promise<Outcome> {
  const items: ListedProduct[] = [];
  for await (const item of call.client().products.list()) items.push(item);
  const rows = items.map(({ id, gtin = '', name, coding }) => [gtin, coding, id, name]);
  return { json: items, text: table(['GTIN', 'CODING', 'ID', 'NAME'], rows) };
}

async function show(call: Call): Promise<Outcome> {
  const client = call.client();
  const product = await client.products.read(await findProduct(client, word(call, 1, 'PRODUCT')));
  return { json: product, text: JSON.stringify(product, undefined, 2) };
}

async function add(call: Call): Promise<Outcome> {
  const { gtin, brand, importer } = given(call, 'gtin', 'brand', 'importer');
  const more = given(call, 'net-content', 'registration-number', 'unit-codes-since', 'lots-complete-since');
  const made = await call.client().products.add({
    name: required(call, 'name'),
    category: oneOf(CATEGORIES, required(call, 'category'), '--category'),
    pack: oneOf(PACKS, required(call, 'pack'), '--pack'),
    coding: oneOf(CODINGS, required(call, 'coding'), '--coding'),
    ...(gtin && { gtin }),
    ...(brand && { brand }),
    ...(importer && { importer }),
    ...(more['net-content'] && { netContent: more['net-content'] }),
    ...(more['registration-number'] && { registrationNumber: more['registration-number'] }),
    ...(more['unit-codes-since'] && { unitCodesSince: more['unit-codes-since'] }),
    ...(more['lots-complete-since'] && { lotsCompleteSince: more['lots-complete-since'] }),
  });
  return { json: made, text: made.id };
}
