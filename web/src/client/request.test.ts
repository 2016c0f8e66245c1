import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { answerWith } from '../answer/fixtures.ts';
import { getCheck } from './get-check.ts';
import { postCheck } from './post-check.ts';

let server: Server | undefined;

afterEach(() => {
  vi.unstubAllGlobals();
  server?.closeAllConnections();
  server?.close();
});

/** A real service on a free port; paths of this page lead to it. */
async function serve(listener: RequestListener): Promise<void> {
  const running = createServer(listener);
  server = running;
  await new Promise<void>((listening) => running.listen(0, '127.0.0.1', listening));
  const { port } = running.address() as AddressInfo;
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(`http://127.0.0.1:${port}${path}`, init));
}

const reply =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

const body = { text: '8934563138165', format: 'ean_13' } as const;

test('an answer comes only with 200', async () => {
  const answer = answerWith(['code-registered']);
  await serve(reply(200, answer));
  expect(await postCheck(body)).toEqual({ kind: 'answer', value: answer });
});

test.each([201, 204, 400, 401, 403, 429, 500, 502, 503])(
  'an answer under status %i is not believed',
  async (status) => {
    await serve(reply(status, answerWith(['code-registered'])));
    expect((await postCheck(body)).kind).toBe('not-checked');
  },
);

test.each([
  ['a login page', '<html>Welcome to the café</html>'],
  ['an empty object', {}],
  ['null', 'null'],
  ['a verdict of no kind', { ...answerWith(['code-registered']), verdict: 'genuine' }],
  ['no reason', { ...answerWith(['code-registered']), reasons: [] }],
  ['a reason of no kind', { ...answerWith(['code-registered']), reasons: ['fine'] }],
])('%s is no answer', async (_, sent) => {
  await serve(reply(200, sent));
  expect((await postCheck(body)).kind).toBe('not-checked');
});

test('an answer whose facts may be older than 30 s is no answer', async () => {
  await serve(reply(200, { ...answerWith(['code-registered']), age: 30_000 }));
  expect(await postCheck(body)).toEqual({ kind: 'not-checked', why: 'stale' });
});

test('what a person can mend comes back as a problem', async () => {
  await serve(
    reply(400, { code: 'misread', status: 400, title: 'x', type: 'x', remedy: { vi: '', en: '' } }),
  );
  expect(await postCheck(body)).toMatchObject({ kind: 'problem', problem: { code: 'misread' } });
});

test('a service that is gone is not an answer', async () => {
  await serve((request) => request.destroy());
  expect(await postCheck(body)).toEqual({ kind: 'not-checked', why: 'offline' });
});

test('a retry sends the same body, attempt included', async () => {
  const seen: string[] = [];
  await serve((request, response) => {
    request.setEncoding('utf8').on('data', (part: string) => seen.push(part));
    request.on('end', () => reply(503, {})(request, response));
  });
  const request = { ...body, attempt: '0123456789abcdef' };
  await postCheck(request);
  await postCheck(request);
  expect(seen[0]).toBe(JSON.stringify(request));
  expect(seen[1]).toBe(seen[0]);
});

test('a newer scan ends the older question', async () => {
  await serve(() => undefined);
  const newer = new AbortController();
  const older = postCheck(body, newer.signal);
  newer.abort();
  await expect(older).rejects.toThrow('aborted');
});

test('a shared answer without an answer of now is not believed', async () => {
  await serve(reply(200, { then: { verdict: 'unknown', reasons: ['no-unit-code'], day: '2026-11-01' } }));
  expect((await getCheck('x')).kind).toBe('not-checked');
});
