import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '@assay/contract';
import { provideBuild } from '../drills/support/built.ts';
import { askSecurely } from './support/ask-securely.ts';
import { freePort } from './support/free-port.ts';
import { openFolder } from './support/open-folder.ts';
import { readTerminalCode } from './support/read-terminal-code.ts';

const START = fileURLToPath(new URL('../dist/start.js', import.meta.url));
const dataDir = openFolder('assay-lan-');

let address: string;
let port: number;
let origin: string;
let service: ChildProcess;
let said = '';
let ca: string;

beforeAll(async () => {
  provideBuild();
  address = ownAddress();
  port = await freePort();
  origin = `https://${address}:${port}`;
  service = spawn(process.execPath, [START, '--lan'], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: String(port), HOST: address },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  service.stdout!.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  while (!said.includes('Ctrl-C')) await once(service.stdout!, 'data');
  ca = readFileSync(join(dataDir, 'lan', 'certificate.pem'), 'utf8');
});
afterAll(() => rmSync(dataDir, { recursive: true }));

/** An address of this machine that is not its loopback. */
function ownAddress(): string {
  const entries = Object.values(networkInterfaces()).flatMap((of) => of ?? []);
  const found = entries.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!found) throw new Error('this machine is in no network');
  return found.address;
}

it('prints the address as a code that a phone reads', async () => {
  expect(await readTerminalCode(said, 'dark')).toBe(origin);
});

it('keeps its key where nobody else can read it', () => {
  expect(statSync(join(dataDir, 'lan', 'certificate.pem')).mode & 0o777).toBe(0o600);
});

it('serves the pages there under its own certificate, and never promises that for good', async () => {
  const { status, headers, body } = await askSecurely(origin, { ca });
  expect(status).toBe(200);
  expect(body.toString()).toContain('<title>');
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
});

it('answers checks there', async () => {
  const { status, body } = await askSecurely(`${origin}/v1/checks`, {
    ca,
    body: { text: '9521002000016', format: 'ean_13' },
  });
  expect(status).toBe(200);
  expect((JSON.parse(body.toString()) as Answer).reasons[0]).toBe('no-unit-code');
});

it('prints codes that lead there', async () => {
  const { body } = await askSecurely(`${origin}/samples.json`, { ca });
  expect(body.toString()).toContain(`${origin}/01/`);
});

it('keeps from other machines what is for this one alone', async () => {
  const { status } = await askSecurely(`${origin}/metrics`, { ca });
  expect(status).toBe(404);
});

it('answers this machine without encryption, and nobody else', async () => {
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  await expect(fetch(`http://${address}:${port}/readyz`)).rejects.toThrow('fetch failed');
});

it('ends in order while a phone holds its connection open', async () => {
  const phone = connect({ host: address, port, ca });
  await once(phone, 'secureConnect');
  phone.on('error', () => undefined);
  service.kill('SIGINT');
  expect(await once(service, 'exit')).toEqual([0, null]);
  phone.destroy();
});
