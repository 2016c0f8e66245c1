import { setImmediate } from 'node:timers/promises';
import { buildDigitalLink, buildElementString } from '@assay/gs1';
import type { SymbolKind } from '@assay/contract';
import type { IssuedCodes } from '../code-files/index.ts';
import type { AboutLabels } from './about-labels.ts';
import { drawFirstPage } from './first-page.ts';
import { drawSheet, labelsOn } from './draw-sheet.ts';
import { plainText } from './fit-text.ts';
import type { Mark } from './marks.ts';
import { beginPdf, type Pdf } from './pdf.ts';
import { type LabelOrder, type LabelRun, type PreparedLabels, runsBetween } from './prepare-labels.ts';
import type { FilePart, Part } from './split-order.ts';
import { drawSymbol } from './symbol.ts';
import type { SheetTemplate, SingleLabel } from './templates.ts';
import { drawTrialLabels } from './trial-labels.ts';
import { WORDS } from './words.ts';

/** What one file is printed on: a roll of single labels where there is no sheet. */
export interface Paper {
  /** What is drawn on of each label. */
  label: SingleLabel;
  sheet?: SheetTemplate;
}

/** A file that can be printed. */
export interface LabelFile {
  name: string;
  /** Numbers of its labels: the indexes of their codes. */
  first: number;
  last: number;
  pages: number;
  bytes: Uint8Array;
}

/** Draws the labels of a part of an order into one file, the page or labels to try the printer with in front. */
export async function drawFile(
  prepared: PreparedLabels,
  order: LabelOrder,
  paper: Paper,
  part: FilePart,
  made: Date,
): Promise<LabelFile> {
  const { faces, gtin } = prepared;
  const runs = runsBetween(prepared.runs, part.first, part.last);
  const about = await describe(prepared, order, paper, part, runs);
  const labels = labelsOf(prepared, runs);
  const name = plainText(about.name, faces.bold.font, 80);
  const pdf = await beginPdf({ title: `Nhãn ${name} (${part.first}–${part.last})`, made }, faces);
  if (paper.sheet) {
    pdf.addPage(paper.sheet.page, drawFirstPage(about, faces));
    await addSheets(pdf, paper.sheet, part, labels, name);
  } else {
    for (const trial of drawTrialLabels(about, faces)) pdf.addPage(paper.label, trial);
    for await (const label of labels) pdf.addPage(paper.label, label);
  }
  return {
    name: `${gtin}-${order.epoch}-${part.first}-${part.last}.pdf`,
    first: part.first,
    last: part.last,
    pages: pdf.pages(),
    bytes: await pdf.save(),
  };
}

async function addSheets(
  pdf: Pdf,
  sheet: SheetTemplate,
  { first, last, skipped }: FilePart,
  labels: AsyncIterable<Mark[]>,
  name: string,
): Promise<void> {
  const onSheet = labelsOn(sheet);
  const sheets = Math.ceil((skipped + last - first + 1) / onSheet);
  let number = 1;
  let next = first;
  for await (const group of inGroups(labels, onSheet - skipped, onSheet)) {
    const numbers = `${next}–${next + group.length - 1}`;
    const note = `${WORDS.sheet.vi} ${number}/${sheets} · ${WORDS.numbers.vi} ${numbers} · ${name}`;
    pdf.addPage(sheet.page, drawSheet(sheet, group, number === 1 ? skipped : 0, note));
    number += 1;
    next += group.length;
  }
}

/** Groups of `size`, after a first one of another size. */
async function* inGroups<Item>(items: AsyncIterable<Item>, firstSize: number, size: number) {
  let group: Item[] = [];
  let room = firstSize;
  for await (const item of items) {
    group.push(item);
    if (group.length < room) continue;
    yield group;
    group = [];
    room = size;
  }
  if (group.length > 0) yield group;
}

/** A symbol takes some milliseconds, so other work of the process gets its turn after each. */
async function* labelsOf({ codes }: PreparedLabels, runs: readonly LabelRun[]): AsyncGenerator<Mark[]> {
  for (const run of runs)
    for await (const serials of codes.serialsOf(run))
      for (const serial of serials) {
        yield run.pen.draw(serial);
        await setImmediate();
      }
}

async function describe(
  { codes, gtin }: PreparedLabels,
  { symbol, resolution }: LabelOrder,
  { label, sheet }: Paper,
  { first, last }: Part,
  runs: readonly LabelRun[],
): Promise<AboutLabels> {
  return {
    name: codes.product.name,
    gtin,
    lots: runs.map(({ lot }) => lot),
    first,
    last,
    serials: [await serialAt(codes, first), await serialAt(codes, last)],
    label: sheet?.label ?? label,
    ...(sheet && { sheet }),
    symbol,
    resolution,
    module: runs[0]!.pen.module,
    trial: drawSymbol(symbol, trialText(symbol, gtin, codes.origin)),
  };
}

/** The product's own code, which names no unit: whoever scans it learns of nobody's pack. */
const trialText = (symbol: SymbolKind, gtin: string, origin: string) =>
  symbol === 'qr-code' ? buildDigitalLink({ gtin }, origin) : buildElementString({ gtin });

async function serialAt(codes: IssuedCodes, index: number): Promise<string> {
  for await (const [serial] of codes.serialsOf({ first: index, last: index })) if (serial) return serial;
  throw new Error(`code ${index} has no serial`);
}
