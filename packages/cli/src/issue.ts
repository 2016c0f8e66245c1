import type { Client } from '@assay/client';
import { type Call, type Command, given, Usage, wholeNumber, word } from './command.ts';
import { fileOptions, fileOrderOf, FILE_HELP } from './file-options.ts';
import { findProduct } from './find-product.ts';
import { newFile, saveDownload } from './save-download.ts';
import { spaced } from './table.ts';

export const issue: Command = {
  usage: 'PRODUCT QUANTITY [--batch NUMBER | --lot LOT …] [--out FILE …]',
  about: 'issue unit codes, and save them to a file',
  help: `PRODUCT is an id or a GTIN. Without a lot the codes are reserved, and answer so until they are commissioned.

  --batch NUMBER            a lot that is open
  --lot LOT                 opens a lot, with --made, --expiry and --active-from as 2026-01-31
  --inner-codes             with codes for the inside of the pack
${FILE_HELP}`,
  options: {
    batch: { type: 'string' },
    lot: { type: 'string' },
    made: { type: 'string' },
    expiry: { type: 'string' },
    'active-from': { type: 'string' },
    'inner-codes': { type: 'boolean' },
    ...fileOptions,
  },
  async run(call) {
    const quantity = wholeNumber(word(call, 1, 'QUANTITY'), 'QUANTITY');
    const file = call.values['out'] === undefined ? undefined : newFile(call);
    const order = fileOrderOf(call);
    const client = call.client();
    const productId = await findProduct(client, word(call, 0, 'PRODUCT'));
    const batchId = await lotOf(call, client, productId);
    const run = await client.codes.issue({
      productId,
      quantity,
      ...(batchId !== undefined && { batchId }),
      ...(call.values['inner-codes'] === true && { innerCodes: true }),
    });
    const issued = `${spaced(quantity)} codes issued: run ${run.id}, numbers ${run.first} to ${run.last}`;
    if (file === undefined)
      return { json: { ...run, ...(batchId !== undefined && { batchId }) }, text: issued };
    call.terminal.err(`${issued}\n`);
    const download = await client.codes.orderFile(run.id, order);
    await saveDownload(call, client, download, file);
    return { json: { ...run, file }, text: `Saved to ${file}` };
  },
};

async function lotOf(call: Call, client: Client, productId: string): Promise<number | undefined> {
  const { batch, lot, made, expiry } = given(call, 'batch', 'lot', 'made', 'expiry');
  const activeFrom = given(call, 'active-from')['active-from'];
  if (batch !== undefined && lot !== undefined) throw new Usage('give --batch or --lot, not both');
  if (batch !== undefined) return wholeNumber(batch, '--batch');
  if (lot === undefined) return undefined;
  const opened = await client.batches.open({
    productId,
    lot,
    ...(made && { made }),
    ...(expiry && { expiry }),
    ...(activeFrom && { activeFrom }),
  });
  return opened.id;
}
