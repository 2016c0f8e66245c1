import { readFile, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';

/**
 * Makes the PNG icons of the installed app from public/icon.svg: `node --import tsx web/make-icons.ts` with
 * CHROMIUM naming the browser (default /usr/bin/chromium). A maskable icon keeps its mark in the inner 80 %.
 */
const folder = new URL('./public/', import.meta.url);
const mark = await readFile(new URL('icon.svg', folder), 'utf8');

const icons = [
  { name: 'icon-180.png', size: 180, inset: 0, round: false },
  { name: 'icon-192.png', size: 192, inset: 0, round: true },
  { name: 'icon-512.png', size: 512, inset: 0, round: true },
  { name: 'icon-maskable-512.png', size: 512, inset: 0.1, round: false },
];

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const icon of icons) await writeFile(new URL(icon.name, folder), await draw(page, icon));
await browser.close();

async function draw(on: Page, { size, inset, round }: (typeof icons)[number]): Promise<Buffer> {
  const svg = round ? mark : mark.replace(' rx="7"', '');
  const inner = Math.round(size * (1 - 2 * inset));
  await on.setViewportSize({ width: size, height: size });
  await on.setContent(
    `<style>html{background:${round ? 'transparent' : '#14202B'}}body{margin:0;display:grid;place-items:center;height:100vh}svg{width:${inner}px;height:${inner}px}</style>${svg}`,
  );
  return on.screenshot({ omitBackground: true });
}
