import type { LabelSheetOrder } from '@assay/contract';
import { RESOLUTIONS, SYMBOL_KINDS } from '@assay/contract/lists';
import { type Call, type Command, given, oneOf, required, Usage, wholeNumber, word } from './command.ts';
import { newFile, saveDownload } from './save-download.ts';
import { spaced, table } from './table.ts';

export const labels: Command = {
  usage: '[RUN --out FILE (--sheet SHEET | --roll 60x40 | --svg 60x40) …]',
  about: 'save labels of a run as PDF or SVG, or list the sheets that there are',
  help: `Up to a thousand labels at a time; one as SVG. Print without scaling: the first page has a line to measure.

  --out FILE                where to save them; the file must not exist
  --sheet SHEET             labels on A4, by the name of the sheet; --start-at N where the first ones are used up
  --roll 60x40              single labels, in millimetres
  --svg 60x40               one label as a drawing
  --symbol SYMBOL           ${SYMBOL_KINDS.join(', ')}; data-matrix unless given
  --resolution DPI          of the printer: ${RESOLUTIONS.join(', ')}; 300 unless given
  --first N, --last N       numbers of the run; all of them unless given
  --host HOST               a declared host of yours, to which Digital Links lead`,
  options: {
    out: { type: 'string' },
    sheet: { type: 'string' },
    'start-at': { type: 'string' },
    roll: { type: 'string' },
    svg: { type: 'string' },
    symbol: { type: 'string', default: 'data-matrix' },
    resolution: { type: 'string', default: '300' },
    first: { type: 'string' },
    last: { type: 'string' },
    host: { type: 'string' },
  },
  async run(call) {
    const client = call.client();
    if (call.words.length === 0) {
      const sheets = await client.codes.sheets();
      const rows = sheets.map(({ id, columns, rows: down, label }) => [
        id,
        String(columns * down),
        `${label.width} x ${label.height} mm`,
      ]);
      return { json: sheets, text: table(['SHEET', 'LABELS', 'EACH'], rows) };
    }
    const file = newFile(call);
    const ordered = await client.codes.orderLabels(word(call, 0, 'RUN'), orderOf(call));
    await saveDownload(call, client, ordered, file);
    return {
      json: { file, labels: ordered.codes },
      text: `${spaced(ordered.codes)} labels saved to ${file}`,
    };
  },
};

function orderOf(call: Call): LabelSheetOrder {
  const { first, last, host } = given(call, 'first', 'last', 'host');
  const resolution = RESOLUTIONS.find((dpi) => String(dpi) === call.values['resolution']);
  if (resolution === undefined) throw new Usage(`--resolution is one of ${RESOLUTIONS.join(', ')}`);
  return {
    symbol: oneOf(SYMBOL_KINDS, required(call, 'symbol'), '--symbol'),
    resolution,
    media: mediaOf(call),
    ...(first && { first: wholeNumber(first, '--first') }),
    ...(last && { last: wholeNumber(last, '--last') }),
    ...(host && { host }),
  };
}

function mediaOf(call: Call): LabelSheetOrder['media'] {
  const { sheet, roll, svg } = given(call, 'sheet', 'roll', 'svg');
  const startAt = given(call, 'start-at')['start-at'];
  if ([sheet, roll, svg].filter((one) => one !== undefined).length !== 1)
    throw new Usage('give one of --sheet, --roll and --svg');
  if (roll !== undefined) return { roll: sizeOf(roll) };
  if (svg !== undefined) return { svg: sizeOf(svg) };
  return { sheet: sheet!, ...(startAt && { startAt: wholeNumber(startAt, '--start-at') }) };
}

function sizeOf(text: string): { width: number; height: number } {
  const [, width, height] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (width === undefined || height === undefined)
    throw new Usage(`"${text}" is no size: give one such as 60x40`);
  return { width: Number(width), height: Number(height) };
}
