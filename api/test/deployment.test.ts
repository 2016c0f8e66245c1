import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '@assay/contract';
import { askSecurely } from './support/ask-securely.ts';
import { startDeployment, type TestDeployment } from './support/start-deployment.ts';

/** Many processes start here, also on a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;
const SOAP = { text: '9520001000034', format: 'ean_13' };

let deployment: TestDeployment;
beforeAll(async () => {
  deployment = await startDeployment();
}, PATIENCE_MS);
afterAll(() => deployment.close());

const ask = (path: string, options: Partial<Parameters<typeof askSecurely>[1]> = {}) =>
  askSecurely(deployment.proxy.origin + path, { ca: deployment.proxy.ca, ...options });

it('makes its keys by the documented command, once', async () => {
  expect(deployment.madeKeys).toContain('Made the keys');
  expect(readdirSync(join(deployment.secrets, 'keys')).sort()).toEqual(['serials.key', 'tokens.key']);
  await expect(deployment.run('keys')).rejects.toThrow('never overwritten');
});

it('is ready, and nothing is missing', async () => {
  const { status, body } = await ask('/readyz');
  expect([status, JSON.parse(body.toString())]).toEqual([200, { status: 'ready', degraded: [] }]);
});

it('answers a check of what its operator listed', async () => {
  const how = { vi: 'Giấy chứng nhận', en: 'Certificate' };
  const maker = await operate('register-maker', { name: 'Thử', prefixes: ['9520001'], verifiedHow: how });
  const soap = { name: 'Xà phòng', category: 'household', pack: 'box', coding: 'barcode-only' };
  await operate('add-product', { makerId: maker.id, gtin: SOAP.text, ...soap });
  const { status, body } = await ask('/v1/checks', { body: SOAP });
  expect(status).toBe(200);
  expect((JSON.parse(body.toString()) as Answer).reasons).toEqual(['barcode-registered']);
});

const operate = async (verb: string, input: unknown) =>
  JSON.parse(await deployment.run('ops', verb, JSON.stringify(input))) as { id: string };

it('serves the pages, encrypted for good', async () => {
  const { status, headers, body } = await ask('/', { headers: { accept: 'text/html' } });
  expect(status).toBe(200);
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect(body.toString()).toContain('<title>');
});

it('serves a file of the app as it was pressed, with the policy of the pages', async () => {
  const page = await ask('/');
  const [path = ''] = /\/assets\/[\w-]+\.js/.exec(page.body.toString()) ?? [];
  const { status, headers, body } = await ask(path, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': page.headers['content-security-policy'],
  });
  expect(body).toEqual(readFileSync(join(deployment.files, `${path}.br`)));
});

it('shows its figures to whoever has the token', async () => {
  const token = readFileSync(join(deployment.secrets, 'metrics_token'), 'utf8').trim();
  expect((await ask('/metrics')).status).toBe(404);
  expect((await ask('/metrics', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});

it('answers every check while its apis are replaced', { timeout: PATIENCE_MS }, async () => {
  const statuses: number[] = [];
  const replaced = new AbortController();
  const phone = async () => {
    for (; !replaced.signal.aborted; await sleep(150))
      statuses.push((await ask('/v1/checks', { body: SOAP })).status);
  };
  const phones = Promise.all([phone(), phone()]);
  const codes = [await deployment.replace(0), await deployment.replace(1)];
  replaced.abort();
  await phones;
  expect(codes).toEqual([0, 0]);
  expect(new Set(statuses)).toEqual(new Set([200]));
});

it('ends in order', async () => {
  const { apis, worker, redis } = deployment;
  const codes = await Promise.all([...apis, worker, redis].map((running) => running.end()));
  expect(codes).toEqual([0, 0, 0, 0]);
});
