import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedDatabase } from '../../api/src/embedded-database/index.ts';
import { openFolder } from '../../api/test/support/open-folder.ts';
import { startDemo } from './support/demo-service.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { picturesOf } from './support/pictures.ts';
import { shrinkPng } from './support/shrink-png.ts';
import { SMALL } from './support/use-phone.ts';

/** `npm run screens`: pictures of the demo's screens, saved under docs/screens. */

const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const MOST = { pictures: 24, bytes: 60_000 };

const database = await startEmbeddedDatabase({ dataDir: openFolder('assay-screens-'), throwAway: true });
const service = await startDemo(database);
const browser = await launchBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) rmSync(join(FOLDER, old));
  for (const { name, lang = 'vi', options, show } of picturesOf(service)) {
    const context = await browser.newContext({ ...SMALL, baseURL: service.url, ...options });
    // tsx wraps named functions in a helper of this name, which a page lacks.
    await context.addInitScript('globalThis.__name = (named) => named;');
    const page = await context.newPage();
    await page.addInitScript((chosen) => localStorage.setItem('assay.lang', chosen), lang);
    await show(page);
    await page.evaluate(picturesInView);
    writeFileSync(join(FOLDER, `${name}.png`), shrinkPng(await page.screenshot({ animations: 'disabled' })));
    await context.close();
  }
} finally {
  await browser.close();
  await service.close();
  await database.stop();
}

const sizes = readdirSync(FOLDER).map((file) => ({ file, bytes: statSync(join(FOLDER, file)).size }));
for (const { file, bytes } of sizes) console.log(`${file}  ${(bytes / 1000).toFixed(1)} kB`);
const tooLarge = sizes.filter(({ bytes }) => bytes > MOST.bytes);
if (sizes.length > MOST.pictures || tooLarge.length > 0) {
  console.log(`More than ${MOST.pictures} pictures, or more than ${MOST.bytes / 1000} kB in one.`);
  process.exitCode = 1;
}

/** Runs inside the page: waits for the pictures that are seen. */
async function picturesInView(): Promise<void> {
  const seen = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
  await Promise.all(seen.map((image) => image.decode()));
}
