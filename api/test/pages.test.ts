import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Pages } from '../src/pages/pages.ts';
import { buildApi } from '../src/serve/build-api.ts';
import { startService, type TestService } from './support/service.ts';
import { GTIN, makeWorld } from './support/world.ts';

let service: TestService;
const files = mkdtempSync(join(tmpdir(), 'assay-pages-'));
beforeAll(async () => {
  service = await startService();
  await makeWorld(service.ctx);
});
afterAll(async () => {
  await service.close();
  rmSync(files, { recursive: true });
});

/** Pages that are drawn so slowly that the lease has passed when an answer leaves. */
const slowly: Pages = {
  render: ({ view }) => {
    if (view.kind === 'answer' || view.kind === 'shared') service.checks.lease.stop();
    return view.kind;
  },
  assets: { script: '/a.js', styles: [] },
  files,
};

it('a page with an answer does not leave when nobody knows any more how fresh it is (R6)', async () => {
  const { checks, ctx } = service;
  const { checkId } = await service.check({ text: GTIN.soap, format: 'ean_13' });
  const app = await buildApi({
    config: { settings: checks.settings, publicOrigin: 'https://assay.example', demo: false },
    checks,
    db: ctx.db,
    logger: pino({ level: 'silent' }),
    pages: slowly,
  });
  const typed = await app.inject({ method: 'POST', url: '/check', payload: `text=${GTIN.soap}`, ...asForm });
  const shared = await app.inject({ url: `/c/${checkId}` });
  for (const { statusCode, body, headers } of [typed, shared]) {
    expect({ statusCode, body }).toEqual({ statusCode: 503, body: 'not-checked' });
    expect(headers['retry-after']).toBe('2');
  }
  await app.close();
});

const asForm = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
