import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A picture in grey: one byte a pixel, 0 is black. */
export interface Picture {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** What a printer would put on one page of a PDF, counted from 1. */
export async function renderPage(pdf: Uint8Array, page: number, dpi: number): Promise<Picture> {
  const args = ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page)];
  return inFile(pdf, async (file) => {
    const { stdout } = await run('pdftoppm', [...args, file], {
      encoding: 'buffer',
      maxBuffer: 100e6,
    });
    return readGreymap(stdout);
  });
}

/** What somebody copies out of a PDF, and what it says of its fonts. */
export async function readPdf(pdf: Uint8Array): Promise<{ text: string; fonts: string[] }> {
  return inFile(pdf, async (file) => {
    const text = await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 100e6 });
    const fonts = await run('pdffonts', [file]);
    return { text: text.stdout, fonts: fonts.stdout.trim().split('\n').slice(2) };
  });
}

/** What a browser shows of an SVG of so many millimetres, as PNG. */
export async function renderSvg(svg: string, size: { width: number; height: number }): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-svg-'));
  try {
    const [file, picture] = [join(folder, 'label.svg'), join(folder, 'label.png')];
    await writeFile(file, svg);
    const [width, height] = [size.width, size.height].map((length) => Math.ceil((length / 25.4) * 96));
    await run(process.env['CHROMIUM'] ?? '/usr/bin/chromium', [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--force-device-scale-factor=3',
      `--user-data-dir=${folder}`,
      `--window-size=${width},${height}`,
      `--screenshot=${picture}`,
      pathToFileURL(file).href,
    ]);
    return await readFile(picture);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The part of a picture in a rectangle of pixels. */
export function crop(picture: Picture, x: number, y: number, width: number, height: number): Picture {
  const grey = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * picture.width + x;
    grey.set(picture.grey.subarray(from, from + width), row * width);
  }
  return { width, height, grey };
}

async function inFile<Result>(pdf: Uint8Array, work: (file: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    return await work(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Netpbm's P5: width, height, the value of white, then the pixels. */
function readGreymap(bytes: Buffer): Picture {
  const [head = '', width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  if (!head) throw new Error('no greymap');
  return { width: Number(width), height: Number(height), grey: bytes.subarray(head.length) };
}
