import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../src/http/problem-error.ts';
import { toProblem } from '../src/http/to-problem.ts';
import { askSecurely } from './support/ask-securely.ts';
import { freePort } from './support/free-port.ts';
import { openFolder } from './support/open-folder.ts';
import { startProxy, type TestProxy } from './support/start-proxy.ts';

const SCRIPT = 'export const words = "the same in every form";\n'.repeat(40);

let files: string;
let apiPort: number;
let proxy: TestProxy;
/** Who the apis are, as the proxy learns it by their name; a test starts those that it needs. */
let addresses = ['127.0.0.2', '127.0.0.3'];
const apis: Server[] = [];

beforeAll(async () => {
  files = openFolder('assay-files-');
  mkdirSync(join(files, 'assets'));
  chmodSync(join(files, 'assets'), 0o755);
  for (const path of ['assets/app-1a2b3c.js', 'sw.js']) {
    writeFileSync(join(files, path), SCRIPT);
    writeFileSync(join(files, `${path}.br`), brotliCompressSync(SCRIPT));
    writeFileSync(join(files, `${path}.gz`), gzipSync(SCRIPT));
  }
  for (const path of ['manifest.webmanifest', 'assets/reader-4d5e.wasm'])
    writeFileSync(join(files, path), '{}');
  apiPort = await freePort();
  proxy = await startProxy({ apiPort, addresses: () => addresses, files });
});
afterAll(async () => {
  await proxy.close();
  rmSync(files, { recursive: true });
});
afterEach(() => {
  for (const api of apis.splice(0)) {
    api.closeAllConnections();
    api.close();
  }
});

/** Stands where an api would, at an address of its own, and keeps what reaches it. */
async function stand(
  address: string,
  reply: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    void response.end('{}'),
): Promise<string[]> {
  const reached: string[] = [];
  const api = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
    request.on('end', () => {
      reached.push(`${request.method} ${request.url} ${body}`.trim());
      reply(request, response);
    });
  });
  await new Promise<void>((resolve) => api.listen(apiPort, address, resolve));
  apis.push(api);
  return reached;
}

const get = (path: string, headers: Record<string, string> = {}) =>
  askSecurely(proxy.origin + path, { ca: proxy.ca, headers });

const post = (path: string) => askSecurely(proxy.origin + path, { ca: proxy.ca, body: { text: '1' } });

describe('what the api answers', () => {
  it('is asked for with the address that the client has, whatever it claims', async () => {
    let seen: IncomingMessage['headers'] = {};
    await stand('127.0.0.2', ({ headers }, response) => {
      seen = headers;
      response.end();
    });
    await get('/v1/checks/x', {
      'x-forwarded-for': '203.0.113.9, 198.51.100.7',
      'x-forwarded-host': 'else.example',
      forwarded: 'for=203.0.113.9',
    });
    expect(seen).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' });
    expect(seen.host).toBe(new URL(proxy.origin).host);
    expect(seen).not.toHaveProperty('x-forwarded-host');
    expect(seen).not.toHaveProperty('forwarded');
  });

  it('is asked for with every byte of the address as it was written', async () => {
    const reached = await stand('127.0.0.2');
    const paths = ['/01/09520001000010/21/A%2FB+C%20d//e?17=260101&x=%C3%A9', `/c/${'a'.repeat(2_000)}`];
    for (const path of paths) await get(path);
    expect(reached).toEqual(paths.map((path) => `GET ${path}`));
  });

  it('comes from any of several apis', async () => {
    const one = await stand('127.0.0.2');
    const other = await stand('127.0.0.3');
    for (let n = 0; n < 24; n++) await post('/v1/checks');
    expect(one.length + other.length).toBe(24);
    expect(Math.min(one.length, other.length)).toBeGreaterThan(0);
  });

  it('comes from another api where one cannot be reached, for a check too', async () => {
    const reached = await stand('127.0.0.3');
    for (let n = 0; n < 12; n++) expect((await post('/v1/checks')).status).toBe(200);
    expect(reached).toEqual(Array(12).fill('POST /v1/checks {"text":"1"}'));
  });

  it('comes from another api where one breaks off a check, which stays the same attempt', async () => {
    const attempts: unknown[] = [];
    const note = ({ headers }: IncomingMessage) => void attempts.push(headers['assay-attempt']);
    await stand('127.0.0.2', (request) => {
      note(request);
      request.socket.destroy();
    });
    await stand('127.0.0.3', (request, response) => {
      note(request);
      response.end('{}');
    });
    const checks = 12;
    for (let n = 0; n < checks; n++) expect((await post('/v1/checks')).status).toBe(200);
    expect(attempts.length).toBeGreaterThan(checks);
    expect(new Set(attempts).size).toBe(checks);
    for (const attempt of attempts) expect(attempt).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is never asked for twice once an api has got anything else', async () => {
    const drop = ({ socket }: IncomingMessage) => void socket.destroy();
    const reached = [await stand('127.0.0.2', drop), await stand('127.0.0.3', drop)];
    expect((await post('/v1/products')).status).toBe(503);
    expect(reached.flat()).toHaveLength(1);
  });

  it('is handed on as it is, refusals too', async () => {
    await stand(
      '127.0.0.2',
      (_, response) => void response.writeHead(503, { 'retry-after': '7' }).end('busy'),
    );
    const { status, headers, body } = await post('/v1/checks');
    expect([status, headers['retry-after'], body.toString()]).toEqual([503, '7', 'busy']);
  });

  it('is made smaller on its way where it is long', async () => {
    const page = '<p>Assay</p>'.repeat(500);
    await stand('127.0.0.2', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    const { headers, body } = await get('/', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe(page);
  });
});

describe('without any api', () => {
  it('nothing was checked, in the very words of an api', async () => {
    const { status, headers, body } = await post('/v1/checks');
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': '2',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    expect(JSON.parse(body.toString())).toEqual(toProblem(new ProblemError('unavailable')));
  });

  it('a browser is told so in two languages', async () => {
    const { status, headers, body } = await get('/c/abc', { accept: 'text/html,*/*' });
    expect([status, headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8']);
    for (const words of Object.values(toProblem(new ProblemError('unavailable')).remedy))
      expect(body.toString()).toContain(words.split('. ').at(-1));
  });

  it('no line is kept of who asked and for what', async () => {
    await get('/v1/checks/a-secret-link?q=secret', { 'user-agent': 'a-phone' });
    expect(proxy.log()).toBe('');
  });
});

describe('a file of the app', () => {
  it.each([
    ['br', 'br', brotliCompressSync(SCRIPT)],
    ['gzip', 'gzip', gzipSync(SCRIPT)],
    ['identity', undefined, Buffer.from(SCRIPT)],
  ])('comes in the form that was made before (%s)', async (accepted, encoding, bytes) => {
    const { status, headers, body } = await get('/assets/app-1a2b3c.js', { 'accept-encoding': accepted });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toBe('application/javascript; charset=utf-8');
    expect(headers.vary).toBe('Accept-Encoding');
    expect(body).toEqual(bytes);
  });

  it('is kept for good where its name has a hash, and asked for anew elsewhere', async () => {
    const kept = await get('/assets/app-1a2b3c.js', { 'accept-encoding': 'br' });
    expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/sw.js', '/manifest.webmanifest'])
      expect((await get(path)).headers['cache-control']).toBe('no-cache');
  });

  it('has the type that browsers insist on', async () => {
    expect((await get('/manifest.webmanifest')).headers['content-type']).toBe('application/manifest+json');
    expect((await get('/assets/reader-4d5e.wasm')).headers['content-type']).toBe('application/wasm');
  });

  it('is the only thing that the proxy serves: pages and what is not there are the api’s', async () => {
    const reached = await stand('127.0.0.2', (_, response) => void response.writeHead(404).end());
    const paths = [
      '/',
      '/index.html',
      '/assets/',
      '/assets/gone-9z.js',
      '/.vite/manifest.json',
      '/01/09520001000010',
    ];
    for (const path of paths) expect((await get(path)).status).toBe(404);
    expect(reached).toEqual(paths.map((path) => `GET ${path}`));
  });
});

describe('without encryption', () => {
  it('a browser is led to the encrypted address', async () => {
    const { status, headers } = await fetch(`${proxy.plainOrigin}/01/0952?x=1`, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([308, 'https://localhost/01/0952?x=1']);
  });

  it('whoever gives out certificates finds the answer to his question', async () => {
    const folder = join(proxy.acme, '.well-known', 'acme-challenge');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'token'), 'answer');
    expect(await (await fetch(`${proxy.plainOrigin}/.well-known/acme-challenge/token`)).text()).toBe(
      'answer',
    );
  });
});

describe('an api that was started elsewhere', () => {
  it('is found by its name soon after', async () => {
    addresses = ['127.0.0.4'];
    const reached = await stand('127.0.0.4');
    while ((await get('/readyz')).status === 503) await sleep(50);
    expect(reached).toEqual(['GET /readyz']);
  });
});
