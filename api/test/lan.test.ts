import { once } from 'node:events';
import { statSync } from 'node:fs';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '@assay/contract';
import { askSecurely } from './support/ask-securely.ts';
import { type LanService, startLan } from './support/start-lan.ts';
import { readTerminalCode } from './support/read-terminal-code.ts';

let service: LanService;
let code: number | null | undefined;
beforeAll(async () => {
  service = await startLan();
});
afterAll(async () => {
  if (code === undefined) await service.end();
});

const ask = (path: string, body?: unknown) =>
  askSecurely(service.origin + path, { ca: service.ca, ...(body ? { body } : {}) });

it('prints the address as a code that a phone reads', async () => {
  expect(await readTerminalCode(service.said, 'dark')).toBe(service.origin);
});

it('keeps its key where nobody else can read it', () => {
  expect(statSync(service.file).mode & 0o777).toBe(0o600);
});

it('serves the pages there under its own certificate, and never promises that for good', async () => {
  const { status, headers, body } = await ask('/');
  expect(status).toBe(200);
  expect(body.toString()).toContain('<title>');
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
});

it('answers checks there', async () => {
  const { status, body } = await ask('/v1/checks', { text: '9521002000016', format: 'ean_13' });
  expect(status).toBe(200);
  expect((JSON.parse(body.toString()) as Answer).reasons[0]).toBe('no-unit-code');
});

it('prints codes that lead there', async () => {
  expect((await ask('/samples.json')).body.toString()).toContain(`${service.origin}/01/`);
});

it('keeps from other machines what is for this one alone', async () => {
  expect((await ask('/metrics')).status).toBe(404);
});

it('answers this machine without encryption, and nobody else', async () => {
  expect((await fetch(`http://127.0.0.1:${service.port}/readyz`)).status).toBe(200);
  await expect(fetch(`http://${service.address}:${service.port}/readyz`)).rejects.toThrow('fetch failed');
});

it('ends in order while a phone holds its connection open', async () => {
  const phone = connect({ host: service.address, port: service.port, ca: service.ca });
  await once(phone, 'secureConnect');
  phone.on('error', () => undefined);
  code = await service.end();
  expect(code).toBe(0);
  phone.destroy();
});
