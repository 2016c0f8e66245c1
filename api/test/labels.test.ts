import { PDFDocument, PDFName, PrintScaling } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDigitalLink, buildElementString } from '@assay/gs1';
import { issueCodes, type IssuedRange, listSerials, withdrawCodes } from '../src/codes/index.ts';
import type { Actor } from '../src/context.ts';
import {
  drawLabels,
  drawLabelSvgs,
  type LabelFile,
  type LabelOrder,
  type Media,
  SHEETS,
} from '../src/labels/index.ts';
import { unit } from '../src/db/schema/index.ts';
import { addProduct, openBatch } from '../src/registry/index.ts';
import { readPicture } from './support/read-picture.ts';
import { crop, type Picture, readPdf, renderPage, renderSvg } from './support/render-pages.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { GTIN, makeWorld, type World, WORDS } from './support/world.ts';

const DPI = 300;
const px = (millimetres: number) => Math.round((millimetres / 25.4) * DPI);
const SYMBOLS = ['qr-code', 'data-matrix'] as const;
const LOT = { gtin: `0${GTIN.medicine}`, lot: 'A12', expiry: '2030-03-31' };
const NAME = 'Thuốc thử 500 mg';
/** A name that tries to be markup, an operator of PDF, a new line and text from right to left. */
const HOSTILE = '<b>"x"</b> \u202eĐỏ\n(Tj) ET \\ 明 & Ế Ợ Ự';
const SEEN = '<b>"x"</b> Đỏ (Tj) ET \\ & Ế Ợ Ự';

let service: TestService;
let world: World;
beforeAll(async () => {
  service = await startService();
  world = await makeWorld(service.ctx);
  await service.settle();
});
afterAll(() => service.close());

type Order = Partial<LabelOrder> & { media: Media };

const draw = (order: Order, actor: Actor = OPERATOR) =>
  drawLabels(service.ctx, actor, { ...world.range, symbol: 'qr-code', resolution: DPI, ...order });

async function filesOf(order: Order): Promise<LabelFile[]> {
  const files: LabelFile[] = [];
  for await (const file of (await draw(order)).files) files.push(file);
  return files;
}

async function codesOf(
  range: IssuedRange,
  symbol: (typeof SYMBOLS)[number],
  lot: Partial<typeof LOT> & { gtin: string } = LOT,
) {
  const codes: string[] = [];
  for await (const serials of await listSerials(service.ctx, range))
    for (const serial of serials)
      codes.push(
        symbol === 'qr-code'
          ? buildDigitalLink({ ...lot, serial }, 'https://assay.example')
          : buildElementString({ ...lot, serial }),
      );
  return codes;
}

const part = (labels: number) => ({ ...world.range, last: world.range.first + labels - 1 });

/** What is read in each place of a sheet, one list a place. */
function readPlaces(page: Picture, sheet: (typeof SHEETS)[number]) {
  return Promise.all(
    Array.from({ length: sheet.columns * sheet.rows }, (_, n) => {
      const x = px(sheet.left + (n % sheet.columns) * sheet.pitch.x);
      const y = px(sheet.top + Math.floor(n / sheet.columns) * sheet.pitch.y);
      return readPicture(crop(page, x, y, px(sheet.label.width), px(sheet.label.height)));
    }),
  );
}

describe.each(SHEETS.map((sheet) => [sheet.id, sheet] as const))('a rendered sheet %s', (id, sheet) => {
  it.each(SYMBOLS)('has in each place the %s of that unit, and nothing else to scan', async (symbol) => {
    const range = part(sheet.columns * sheet.rows);
    const [file] = await filesOf({ ...range, symbol, media: { sheet: id } });
    const read = await readPlaces(await renderPage(file!.bytes, 2, DPI), sheet);
    expect(read.map((codes) => codes.map(({ text }) => text))).toEqual(
      (await codesOf(range, symbol)).map((code) => [code]),
    );
    expect(new Set(read.flat().map(({ aim }) => aim))).toEqual(
      new Set([symbol === 'qr-code' ? ']Q1' : ']d2']),
    );
  });
});

describe('a label', () => {
  it.each(SYMBOLS)('answers authentic as that unit when its %s is scanned off the page', async (symbol) => {
    const sheet = SHEETS.find(({ id }) => id === 'a4-64x38')!;
    const [file] = await filesOf({ ...part(2), symbol, media: { sheet: sheet.id } });
    const [[code]] = (await readPlaces(await renderPage(file!.bytes, 2, DPI), sheet)) as [[never]];
    expect(await service.check(code)).toMatchObject({ verdict: 'authentic', scope: 'unit' });
  });

  it.each([203, 300, 600] as const)(
    'has modules of whole dots for a printer of %i dpi',
    async (resolution) => {
      const [file] = await filesOf({ ...part(1), resolution, media: { single: { width: 60, height: 40 } } });
      const dpi = resolution === 203 ? 203.2 : resolution;
      const page = await renderPage(file!.bytes, 3, dpi);
      const symbol = leftmostSquare(page);
      const [finder = 0, ...others] = darkRuns(symbol);
      expect(finder % 7).toBe(0);
      expect(others.filter((run) => run % (finder / 7) !== 0)).toEqual([]);
    },
  );

  it('names each lot that its unit belongs to, and none while the unit is reserved', async () => {
    const { ctx } = service;
    const lot = await openBatch(ctx, OPERATOR, {
      productId: world.medicine.id,
      lot: 'B/2',
      expiry: '2031-01-31',
    });
    const order = { productId: world.medicine.id, quantity: 2 };
    const first = await issueCodes(ctx, OPERATOR, { ...order, batchId: lot.id });
    const reserved = await issueCodes(ctx, OPERATOR, order);
    const range = { ...first, last: reserved.last };
    const sheet = SHEETS.find(({ id }) => id === 'a4-70x37')!;
    const [file] = await filesOf({ ...range, symbol: 'data-matrix', media: { sheet: sheet.id } });
    const read = (await readPlaces(await renderPage(file!.bytes, 2, DPI), sheet)).flat();
    expect(read.map(({ text }) => text)).toEqual([
      ...(await codesOf(first, 'data-matrix', { ...LOT, lot: 'B/2', expiry: '2031-01-31' })),
      ...(await codesOf(reserved, 'data-matrix', { gtin: LOT.gtin })),
    ]);
    expect((await readPdf(file!.bytes)).text.match(/\(10\) B\/2/g)).toHaveLength(2);
  });

  it('stands where the sheet still has places, and the sheets after it are full', async () => {
    const sheet = SHEETS.find(({ id }) => id === 'a4-99x38')!;
    const [file] = await filesOf({ ...part(12), media: { sheet: sheet.id, startAt: 6 } });
    const read = await Promise.all(
      [2, 3].map(async (page) => readPlaces(await renderPage(file!.bytes, page, DPI), sheet)),
    );
    expect(read[0]!.map((codes) => codes.length)).toEqual([...Array(5).fill(0), ...Array(9).fill(1)]);
    expect(read.flat(2).map(({ text }) => text)).toEqual(await codesOf(part(12), 'qr-code'));
  });
});

describe('the first page', () => {
  it('has a line of 100 mm, and a code of the product that is no unit and leaves no trace', async () => {
    const [file] = await filesOf({ ...part(1), media: { sheet: 'a4-64x38' } });
    const page = await renderPage(file!.bytes, 1, DPI);
    expect(Math.abs(Math.max(...darkRuns(page)) - px(100.35))).toBeLessThanOrEqual(1);
    const [trial, ...others] = await readPicture(page);
    expect(others).toEqual([]);
    expect(trial?.text).toBe(buildDigitalLink({ gtin: LOT.gtin }, 'https://assay.example'));
    const units = () => service.ctx.db.$count(unit);
    const before = await units();
    expect((await service.check(trial!)).product?.name).toBe(NAME);
    expect(await units()).toBe(before);
  });

  it('says in Vietnamese and English what follows and what to do', async () => {
    const [file] = await filesOf({ ...part(30), media: { sheet: 'a4-64x38' } });
    const { text } = await readPdf(file!.bytes);
    for (const words of [
      NAME,
      'Đo vạch này: phải dài đúng 100 mm',
      'it must be 100 mm',
      'A12',
      '31/03/2030',
      '0 – 29',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Mã trình diễn');
  });

  it('of a roll is two labels: a line of whole centimetres, and the code', async () => {
    const single = { width: 50, height: 30 };
    const [file] = await filesOf({ ...part(3), resolution: 203, media: { single } });
    expect(file!.pages).toBe(5);
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => renderPage(file!.bytes, page, DPI)));
    for (const { width, height } of pages) {
      expect(Math.abs(width - px(50))).toBeLessThanOrEqual(1);
      expect(Math.abs(height - px(30))).toBeLessThanOrEqual(1);
    }
    expect(Math.abs(Math.max(...darkRuns(pages[0]!)) - px(40.35))).toBeLessThanOrEqual(1);
    const read = await Promise.all(pages.map(readPicture));
    expect(read.map(([code]) => code?.text)).toEqual([
      undefined,
      buildDigitalLink({ gtin: LOT.gtin }, 'https://assay.example'),
      ...(await codesOf(part(3), 'qr-code')),
    ]);
  });
});

describe('the document', () => {
  it('asks not to be scaled, is in Vietnamese, and brings the used part of its fonts along', async () => {
    const [file] = await filesOf({ ...part(1), media: { sheet: 'a4-64x38' } });
    const document = await PDFDocument.load(file!.bytes, { updateMetadata: false });
    expect(document.catalog.getViewerPreferences()?.getPrintScaling()).toBe(PrintScaling.None);
    expect(String(document.catalog.get(PDFName.of('Lang')))).toContain('vi');
    expect(document.getTitle()).toContain(NAME);
    const { fonts } = await readPdf(file!.bytes);
    expect(fonts).toHaveLength(3);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
    expect(file!.bytes.length).toBeLessThan(100_000);
  });

  it('shows whatever a maker calls its product as plain text, in PDF and SVG', async () => {
    const { ctx } = service;
    const product = await addProduct(ctx, OPERATOR, {
      makerId: world.maker.id,
      gtin: '9520001000058',
      name: HOSTILE,
      category: 'household',
      pack: 'box',
      coding: 'unit-codes',
    });
    const range = await issueCodes(ctx, OPERATOR, { productId: product.id, quantity: 1 });
    const single = { width: 100, height: 60 };
    const [file] = await filesOf({ ...range, media: { single } });
    expect((await readPdf(file!.bytes)).text).toContain(SEEN);
    for await (const { svg } of await drawLabelSvgs(ctx, OPERATOR, {
      ...range,
      symbol: 'qr-code',
      resolution: DPI,
      label: single,
    })) {
      expect(svg).not.toContain('<b>');
      expect(svg).toContain('&#60;b&#62;');
    }
  });
});

describe('a label as SVG', () => {
  it.each(SYMBOLS)('has the %s of its unit in a real browser, and text without a font', async (symbol) => {
    const label = { width: 60, height: 40 };
    const order = { ...part(2), symbol, resolution: DPI, label } as const;
    const read: (string | undefined)[] = [];
    for await (const { svg } of await drawLabelSvgs(service.ctx, OPERATOR, order)) {
      expect(svg).toContain('width="60mm" height="40mm"');
      expect(svg).not.toMatch(/<text|font/);
      const [code] = await readPicture(await renderSvg(svg, label));
      read.push(code?.text);
    }
    expect(read).toEqual(await codesOf(part(2), symbol));
  });
});

describe('labels that nobody can have', () => {
  const media: Media = { sheet: 'a4-64x38' };
  const person = { id: 'u', name: 'U', console: { id: 's', secondFactorAt: undefined } };

  it.each([
    ['of an unknown sheet', { media: { sheet: 'letter' } }],
    ['from a place that the sheet has not', { media: { sheet: 'a4-64x38', startAt: 22 } }],
    ['too small for their code', { media: { single: { width: 20, height: 15 } } }],
    ['larger than a page', { media: { single: { width: 400, height: 15 } } }],
    ['too many at once', { media, last: 100_000 }],
    ['with links to a host that the maker never declared', { media, host: 'elsewhere.example' }],
  ])('are refused: %s', async (_, order) => {
    await expect(draw(order)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are refused: of codes that were spoilt', async () => {
    const { ctx } = service;
    const range = await issueCodes(ctx, OPERATOR, { productId: world.medicine.id, quantity: 3 });
    await withdrawCodes(ctx, OPERATOR, { ...range, first: range.last, state: 'destroyed', reason: WORDS });
    await expect(draw({ ...range, media })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are refused: to viewers and to other organisations', async () => {
    const viewer = { ...person, kind: 'member', organisationId: world.maker.id, role: 'viewer' } as const;
    await expect(draw({ media }, viewer)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = { ...viewer, organisationId: world.pending.id, role: 'owner' } as const;
    await expect(draw({ media }, stranger)).rejects.toMatchObject({ code: 'not-found' });
  });
});

/** The symbol that stands furthest to the left: its side is as long as its left edge reaches down. */
function leftmostSquare(page: Picture): Picture {
  const { width, height, grey } = page;
  for (let x = 0; x < width; x++) {
    const dark = Array.from({ length: height }, (_, y) => y).filter((y) => grey[y * width + x]! < 128);
    if (dark.length === 0) continue;
    const side = dark.at(-1)! - dark[0]! + 1;
    return crop(page, x, dark[0]!, side, side);
  }
  throw new Error('a white page');
}

/** Lengths of the runs of dark pixels, row by row from the top. */
function darkRuns({ width, height, grey }: Picture): number[] {
  const runs: number[] = [];
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let x = 0; x <= width; x++) {
      if (x < width && grey[y * width + x]! < 128) run++;
      else if (run > 0) runs.push(run);
      if (x === width || grey[y * width + x]! >= 128) run = 0;
    }
  }
  return runs;
}
