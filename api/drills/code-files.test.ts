import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type IssuedRange, issueCodes, listSerials } from '../src/codes/index.ts';
import { OPERATOR, startService, type TestService } from '../test/support/service.ts';
import { makeWorld } from '../test/support/world.ts';
import { type Ended, provideBuild, runBuilt } from './support/built.ts';
import { report, size } from './support/size.ts';

const CODES = size({ small: 200_000, full: 10_000_000 });
const MOST_MB = 250;
const MOST_MS = 600_000;
const NEW_LINE = 0x0a;

/** Run by the process before it ends: the most memory that it ever held, as Linux counts it since it began. */
const TELL_MEMORY = `import{readFileSync}from'node:fs';process.on('exit',()=>process.stderr.write('peak '+/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1]))`;

let service: TestService;
let range: IssuedRange;
const folder = mkdtempSync(join(tmpdir(), 'assay-code-files-'));
beforeAll(async () => {
  provideBuild();
  service = await startService();
  const { medicine, lot } = await makeWorld(service.ctx);
  const order = { productId: medicine.id, quantity: CODES, batchId: lot.id };
  const { id: _, ...issued } = await issueCodes(service.ctx, OPERATOR, order);
  range = issued;
}, MOST_MS);
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

/** Lets the built command write a file into a pipe, and reads it: at once, or after it had to wait. */
async function download(order: { form: string; layout: string }, waitMs = 0) {
  const file = join(folder, `${order.form}-${order.layout}`);
  execFileSync('mkfifo', [file]);
  const since = performance.now();
  const [ended, read] = await Promise.all([
    runBuilt('ops', ['export-serials', JSON.stringify({ ...range, ...order, file })], environment(), MOST_MS),
    readLines(file, waitMs),
  ]);
  expect({ code: ended.code, stdout: ended.stdout.trim() }).toEqual({
    code: 0,
    stdout: `{"written":${CODES}}`,
  });
  return { ...read, mb: peakOf(ended), rate: CODES / ((performance.now() - since) / 1000) };
}

const environment = () => ({
  DATABASE_URL: service.database.appUrl,
  ASSAY_KEYS: service.keysDir,
  PUBLIC_ORIGIN: 'https://assay.example',
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`,
});

async function readLines(file: string, waitMs: number) {
  let lines = 0;
  let last = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (lines === 0) await sleep(waitMs);
    for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) lines++;
    last = Buffer.concat([last, chunk]).subarray(-400);
  }
  return { lines, lastLine: last.toString().trimEnd().split('\n').at(-1)! };
}

const peakOf = ({ stderr }: Ended) => Number(/peak (\d+)/.exec(stderr)![1]) / 1024;

async function serialAt(index: number): Promise<string> {
  for await (const [serial] of await listSerials(service.ctx, { ...range, first: index, last: index }))
    return serial!;
  throw new Error('no serial');
}

it.each([
  { form: 'serial', layout: 'list' },
  { form: 'digital-link', layout: 'list' },
  { form: 'element-string', layout: 'printer' },
  { form: 'bracketed', layout: 'people' },
])(
  `${CODES} codes as $form for $layout are written by a process of less than ${MOST_MB} MB`,
  async (order) => {
    const { lines, lastLine, mb, rate } = await download(order);
    expect(lines).toBe(CODES + (order.layout === 'list' ? 0 : 1));
    expect(lastLine).toContain(await serialAt(range.last));
    expect(mb).toBeLessThan(MOST_MB);
    report(
      `${CODES} codes as ${order.form} for ${order.layout}: ${Math.round(rate)} codes a second with the start of the process, at most ${mb.toFixed(0)} MB`,
    );
  },
  MOST_MS,
);

it(
  'a reader that takes its time makes the writing wait, not the memory grow',
  async () => {
    const { lines, mb } = await download({ form: 'bracketed', layout: 'printer' }, 2_000);
    expect(lines).toBe(CODES + 1);
    expect(mb).toBeLessThan(MOST_MB);
  },
  MOST_MS,
);
