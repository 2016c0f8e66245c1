import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClient, type Client } from '@assay/client';
import { makeKey } from '../src/api-keys/make-key.ts';
import { listSerials } from '../src/codes/index.ts';
import { freePort } from '../test/support/free-port.ts';
import { OPERATOR, startService, type TestService } from '../test/support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf, type World } from '../test/support/world.ts';
import { type ApiProcess, apiProcess } from './support/api-process.ts';
import { provideBuild } from './support/built.ts';
import { peakMemory } from './support/peak-memory.ts';
import { report, size } from './support/size.ts';

const CODES = size({ small: 200_000, full: 10_000_000 });
const MOST_MB = 250;
const MOST_MS = 600_000;
const NEW_LINE = 0x0a;
const EVERY_MS = 100;

let service: TestService;
let world: World;
let api: ApiProcess;
let client: Client;
let key: string;

beforeAll(async () => {
  provideBuild();
  service = await startService();
  world = await makeWorld(service.ctx);
  const expiresOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  ({ key } = await makeKey(service.ctx, OPERATOR, {
    organisationId: world.maker.id,
    name: 'drill',
    scopes: ['codes', 'codes-download'],
    expiresOn,
  }));
  api = apiProcess('127.0.0.1', await freePort(), {
    DATABASE_URL: service.database.appUrl,
    ASSAY_KEYS: service.keysDir,
    PUBLIC_ORIGIN: 'https://assay.example',
    CONSOLE_ORIGIN: 'https://console.example',
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
  await api.start();
  client = openClient({ origin: api.origin, key });
}, MOST_MS);
afterAll(async () => {
  await api.stop();
  await service.close();
});

/** Node's own fetch unpacks large files ever more slowly. */
async function getPacked(path: string): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${key}`, 'accept-encoding': 'gzip' };
  const [response] = await once(get(new URL(path, api.origin), { headers }), 'response');
  return response as IncomingMessage;
}

/** How many lines come, and the last of them. */
async function readLines(body: AsyncIterable<Uint8Array>) {
  let lines = 0;
  let last = Buffer.alloc(0);
  for await (const bytes of body) {
    const chunk = Buffer.from(bytes);
    for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) lines++;
    last = Buffer.concat([last, chunk.subarray(-200)]).subarray(-200);
  }
  return { lines, end: last.toString().trimEnd().split('\n').at(-1)! };
}

/** Checks genuine packs until it is told to end; gives how long the slowest answer took. */
function keepChecking(scans: ReturnType<typeof dataMatrix>[]) {
  const ending = new AbortController();
  const done = (async () => {
    let checks = 0;
    let slowestMs = 0;
    while (!ending.signal.aborted) {
      const since = performance.now();
      const { verdict } = await client.check(scans[checks % scans.length]!);
      expect(verdict).toBe('authentic');
      slowestMs = Math.max(slowestMs, performance.now() - since);
      checks += 1;
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    return { checks, slowestMs };
  })();
  return { end: () => (ending.abort(), done) };
}

it(
  `an api that hands out ${CODES} codes, as gzip, holds less than ${MOST_MB} MB and goes on answering checks`,
  async () => {
    const serials = await serialsOf(service.ctx, world.range);
    const scans = serials.slice(0, 200).map((serial) => dataMatrix({ gtin: GTIN.medicine, serial }));
    const run = await client.codes.issue({
      productId: world.medicine.id,
      quantity: CODES,
      batchId: world.lot.id,
    });
    const checking = keepChecking(scans);
    const since = performance.now();
    const ordered = await client.codes.orderFile(run.id, { form: 'digital-link', layout: 'list' });
    const packed = await getPacked(ordered.url);
    expect(packed.headers['content-encoding']).toBe('gzip');
    const { lines, end } = await readLines(packed.pipe(createGunzip()));
    const seconds = (performance.now() - since) / 1000;
    const { checks, slowestMs } = await checking.end();
    const mb = peakMemory(api.pid());
    expect(lines).toBe(CODES);
    for await (const [serial] of await listSerials(service.ctx, { ...run, first: run.last }))
      expect(end).toContain(serial);
    expect(mb).toBeLessThan(MOST_MB);
    expect(checks).toBeGreaterThan(0);
    report(
      `${CODES} codes by HTTP as gzip: ${Math.round(CODES / seconds)} codes a second, the api at most ${mb.toFixed(0)} MB; meanwhile ${checks} checks, the slowest ${slowestMs.toFixed(0)} ms`,
    );
  },
  MOST_MS,
);

it(
  'an asker that goes away ends the writing, and the file can be fetched again',
  async () => {
    const run = await client.codes.issue({ productId: world.medicine.id, quantity: CODES });
    const ordered = await client.codes.orderFile(run.id, { form: 'serial', layout: 'list' });
    const broken = await client.codes.fetch(ordered);
    const reader = broken.body!.getReader();
    await reader.read();
    await reader.cancel();
    const whole = await client.codes.fetch(ordered);
    expect((await readLines(whole.body!)).lines).toBe(CODES);
  },
  MOST_MS,
);
