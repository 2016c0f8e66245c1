import type { CodeRun } from '@assay/contract';
import { type Command, word } from './command.ts';
import { FILE_HELP, fileOptions, fileOrderOf } from './file-options.ts';
import { findProduct } from './find-product.ts';
import { newFile, saveDownload } from './save-download.ts';
import { spaced, table } from './table.ts';

export const codes: Command = {
  usage: '[PRODUCT]',
  about: 'list the runs of codes that were issued, newest first',
  help: 'PRODUCT is an id or a GTIN; without it, those of all products.',
  options: {},
  async run(call) {
    const client = call.client();
    const [product] = call.words;
    const productId = product === undefined ? undefined : await findProduct(client, product);
    const runs: CodeRun[] = [];
    for await (const run of client.codes.list(productId)) runs.push(run);
    const rows = runs.map((run) => [
      run.id,
      run.issuedAt.slice(0, 10),
      spaced(run.quantity),
      run.states.map(({ state, quantity }) => `${spaced(quantity)} ${state}`).join(', '),
      run.lots.map(({ lot }) => lot).join(', '),
      String(run.downloads),
      run.product.name,
    ]);
    const heading = ['RUN', 'ISSUED', 'CODES', 'STATE', 'LOTS', 'DOWNLOADS', 'PRODUCT'];
    return { json: runs, text: table(heading, rows) };
  },
};

export const download: Command = {
  usage: 'RUN --out FILE [--form FORM] [--layout LAYOUT]',
  about: 'save the codes of a run to a file, once',
  help: `A key is handed each code once. A second time is asked for at the console, where it takes a second factor and a reason.

${FILE_HELP}`,
  options: fileOptions,
  async run(call) {
    const file = newFile(call);
    const client = call.client();
    const ordered = await client.codes.orderFile(word(call, 0, 'RUN'), fileOrderOf(call));
    await saveDownload(call, client, ordered, file);
    return { json: { file, codes: ordered.codes }, text: `${spaced(ordered.codes)} codes saved to ${file}` };
  },
};
