import { SYMBOL_KINDS } from '@assay/contract';
import { frameCodes } from '../src/code-files/format-code.ts';
import { layOutLot } from '../src/labels/draw-label.ts';
import { drawSheet, labelsOn } from '../src/labels/draw-sheet.ts';
import type { Mark } from '../src/labels/marks.ts';
import { beginPdf } from '../src/labels/pdf.ts';
import { drawnPart, SHEETS } from '../src/labels/templates.ts';
import { typefaces } from '../src/labels/typefaces.ts';

const LABELS = 5_000;
const SERIAL_SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const faces = typefaces();
const sheet = SHEETS.find(({ id }) => id === 'a4-64x38')!;
const lot = { gtin: '09520001000010', lot: 'A12', expiry: '2030-03-31' };

/** Different for each number, and as hard to draw as a real one. */
function serialOf(number: number): string {
  let state = number + 1;
  return Array.from({ length: 17 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return SERIAL_SYMBOLS.charAt(state >>> 27);
  }).join('');
}

for (const symbol of SYMBOL_KINDS) {
  const form = symbol === 'qr-code' ? 'digital-link' : 'element-string';
  const frame = frameCodes(form, lot, 'https://assay.example');
  const design = {
    ...drawnPart(sheet),
    symbol,
    resolution: 300,
    name: 'Thuốc thử 500 mg',
    lot,
    frame,
  } as const;
  const since = performance.now();
  const pen = layOutLot(design, faces);
  const pdf = await beginPdf({ title: 'bench', made: new Date() }, faces);
  for (let first = 0; first < LABELS; first += labelsOn(sheet)) {
    const count = Math.min(labelsOn(sheet), LABELS - first);
    const labels: Mark[][] = Array.from({ length: count }, (_, n) => pen.draw(serialOf(first + n)));
    pdf.addPage(sheet.page, drawSheet(sheet, labels, 0, 'bench'));
  }
  const { length } = await pdf.save();
  const seconds = (performance.now() - since) / 1000;
  console.log(
    `${LABELS} labels with ${symbol} on ${pdf.pages()} sheets: ${(pdf.pages() / seconds).toFixed(1)} sheets a second, ` +
      `${(length / 1e6).toFixed(1)} MB, process at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
}
