import { rmSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths, type Problem } from '@assay/contract';
import type { View } from '../src/pages/pages.ts';
import { keepLines } from './support/keep-lines.ts';
import { ask, buildLimited, countAnswered, newAddress } from './support/limited.ts';
import { openFolder } from './support/open-folder.ts';
import { startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, makeWorld } from './support/world.ts';

const SOAP = { text: GTIN.soap, format: 'ean_13' };
const UNKNOWN = { text: GTIN.unknown, format: 'ean_13' };
const FORGED = dataMatrix({ gtin: GTIN.medicine, serial: 'ABCDEFGHJKMNPQRS7' });
const MISREAD = { text: '9520001000018', format: 'ean_13' };
const CHECKS = 5;
const MISSES = 2;

const log = keepLines();
const files = openFolder('assay-limits-');
const shown: View['kind'][] = [];
const pages = {
  render: ({ view }: { view: View }) => {
    shown.push(view.kind);
    return view.kind;
  },
  assets: { script: '/a.js', styles: [] },
  files,
};

let service: TestService;
let app: FastifyInstance;
beforeAll(async () => {
  service = await startService({ logger: log.logger });
  await makeWorld(service.ctx);
  app = await buildLimited(service, { checksAMinute: CHECKS, missesAMinute: MISSES }, { pages });
});
afterAll(async () => {
  await app.close();
  await service.close();
  rmSync(files, { recursive: true });
});

describe('checks of one address', () => {
  it('are answered as many as a minute allows, and then refused with a problem and the time to wait', async () => {
    const from = newAddress();
    expect(await countAnswered([app], from, CHECKS, SOAP)).toBe(CHECKS);
    const refused = await ask(app, from, SOAP);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(refused.json<Problem>()).toMatchObject({
      type: paths.problem('rate-limited'),
      status: 429,
      code: 'rate-limited',
      detail: 'this address has no checks left for now',
    });
    expect(refused.body).not.toMatch(/verdict|203\.0\.113/);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('say what is left in the fields of the draft, and in no older ones', async () => {
    const from = newAddress();
    const { headers } = await ask(app, from, SOAP);
    expect(headers['ratelimit-policy']).toBe('"checks";q=5;w=60, "misses";q=2;w=60');
    expect(headers['ratelimit']).toBe('"checks";r=4;t=60, "misses";r=2;t=60');
    const names = Object.keys(headers).filter((name) => /rate-?limit/.test(name));
    expect(names.toSorted()).toEqual(['ratelimit', 'ratelimit-policy']);
    const missed = await ask(app, from, UNKNOWN);
    expect(missed.headers['ratelimit']).toMatch(/^"checks";r=3;t=\d+, "misses";r=1;t=60$/);
    await countAnswered([app], from, CHECKS, SOAP);
    const refused = await ask(app, from, SOAP);
    expect(refused.headers['ratelimit']).toMatch(/^"checks";r=0;t=\d+, "misses";r=1;t=\d+$/);
    expect(refused.headers['retry-after']).toBe(
      /r=0;t=(\d+)/.exec(String(refused.headers['ratelimit']))?.[1],
    );
  });

  it('say so to pages of any site, refused or not', async () => {
    const from = newAddress();
    for (let check = 0; check <= CHECKS; check++) {
      expect((await ask(app, from, SOAP)).headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'RateLimit, RateLimit-Policy, Retry-After',
      });
    }
  });

  it('leave those of another address alone', async () => {
    await countAnswered([app], newAddress(), CHECKS + 1, SOAP);
    expect((await ask(app, newAddress(), SOAP)).statusCode).toBe(200);
  });

  it('are refused before the body is read', async () => {
    const from = newAddress();
    await countAnswered([app], from, CHECKS, SOAP);
    const broken = await ask(app, from, '{', { headers: { 'content-type': 'application/json' } });
    expect(broken.statusCode).toBe(429);
  });

  it('are answered again when the window is over', async () => {
    const quick = await buildLimited(service, { checksAMinute: 1 }, { limitWindowMs: 1_000 });
    const from = newAddress();
    expect((await ask(quick, from, SOAP)).statusCode).toBe(200);
    const refused = await ask(quick, from, SOAP);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
    await expect.poll(async () => (await ask(quick, from, SOAP)).statusCode, { timeout: 10_000 }).toBe(200);
    await quick.close();
  });

  it('are counted with looks at shared answers, and on the page without script', async () => {
    const { checkId } = await service.check(SOAP as never);
    const from = newAddress();
    const ways = [
      () => ask(app, from, SOAP),
      () => app.inject({ url: paths.check(checkId), remoteAddress: from }),
      () => app.inject({ url: `/c/${checkId}`, remoteAddress: from }),
      () => postForm(from, GTIN.soap),
    ];
    for (const way of ways) expect((await way()).statusCode).toBe(200);
    expect((await ask(app, from, SOAP)).statusCode).toBe(200);
    for (const way of ways) expect((await way()).statusCode).toBe(429);
  });

  it('are "not checked" on the page without script', async () => {
    const from = newAddress();
    await countAnswered([app], from, CHECKS, SOAP);
    shown.length = 0;
    const refused = await postForm(from, GTIN.soap);
    expect(shown).toEqual(['not-checked']);
    expect(refused.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('take nothing from whoever asks for health, metrics or leave to post', async () => {
    const from = newAddress();
    await countAnswered([app], from, CHECKS + 1, SOAP);
    for (const url of [paths.livez, paths.readyz])
      expect((await app.inject({ url, remoteAddress: from })).statusCode).toBe(200);
    const preflight = await app.inject({ method: 'OPTIONS', url: paths.checks, remoteAddress: from });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).not.toHaveProperty('ratelimit');
  });
});

const postForm = (from: string, text: string) =>
  app.inject({
    method: 'POST',
    url: '/check',
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `text=${text}`,
  });

describe('checks that find nothing on file', () => {
  it.each([
    ['products that nobody registered', UNKNOWN],
    ['serials that nobody issued', FORGED],
  ])('end all checks of an address when its misses are used up: %s', async (_, request) => {
    const from = newAddress();
    expect(await countAnswered([app], from, MISSES, request)).toBe(MISSES);
    const refused = await ask(app, from, SOAP);
    expect(refused.statusCode).toBe(429);
    expect(refused.json<Problem>().detail).toBe('this address has no misses left for now');
    expect(refused.headers['ratelimit']).toMatch(/^"checks";r=2;t=\d+, "misses";r=0;t=\d+$/);
  });

  it('are counted exactly where many are asked at once', async () => {
    expect(await countAnswered([app], newAddress(), CHECKS, UNKNOWN)).toBe(MISSES);
  });

  it('are counted on the page without script as well', async () => {
    const from = newAddress();
    for (let miss = 0; miss < MISSES; miss++)
      expect((await postForm(from, GTIN.unknown)).statusCode).toBe(200);
    expect((await ask(app, from, SOAP)).statusCode).toBe(429);
  });

  it('are not those that were misread', async () => {
    const from = newAddress();
    for (let misread = 0; misread < CHECKS - 1; misread++) {
      const reply = await ask(app, from, MISREAD);
      expect([reply.statusCode, reply.json<Problem>().code]).toEqual([400, 'misread']);
    }
    expect((await ask(app, from, SOAP)).statusCode).toBe(200);
  });

  it('raise one alarm a product, whoever asks, and refuse nobody', async () => {
    const watching = await buildLimited(service, { missesAMinute: 3 });
    log.forget();
    for (let check = 0; check < 9; check++)
      expect((await ask(watching, newAddress(), FORGED)).statusCode).toBe(200);
    const alarms = log.lines().filter(({ msg }) => msg === 'many serials of a product were never issued');
    expect(alarms).toMatchObject([{ level: 'error', gtin: `0${GTIN.medicine}` }]);
    await watching.close();
  });
});

describe('an address', () => {
  it.each([
    ['an IPv6 address of the same /64', '2001:db8:0:1::1', '2001:db8:0:1:ffff:ffff:ffff:ffff', true],
    ['an IPv6 address of another /64', '2001:db8:0:2::1', '2001:db8:0:3::1', false],
    ['an IPv4 address inside an IPv6 address', '198.51.100.4', '::ffff:198.51.100.4', true],
    ['another IPv4 address inside an IPv6 address', '::ffff:198.51.100.5', '::ffff:198.51.100.6', false],
  ])('and %s', async (_, one, other, together) => {
    await countAnswered([app], one, CHECKS, SOAP);
    expect((await ask(app, other, SOAP)).statusCode).toBe(together ? 429 : 200);
  });
});

describe('X-Forwarded-For', () => {
  const PROXY = '10.0.0.1';
  const through = (by: FastifyInstance, forwarded: string) =>
    ask(by, PROXY, SOAP, { headers: { 'x-forwarded-for': forwarded } });

  it.each([
    ['is not believed where no proxy is trusted', 0, '192.0.2.1', '192.0.2.2', true],
    ['names the client of one proxy', 1, '192.0.2.3', '192.0.2.4', false],
    [
      'gives nobody a fresh start for what they wrote before the proxy did',
      1,
      '1.1.1.1, 192.0.2.5',
      '2.2.2.2, 192.0.2.5',
      true,
    ],
    ['names the client of the first of two proxies', 2, '192.0.2.6, 10.0.0.2', '192.0.2.7, 10.0.0.2', false],
    [
      'gives nobody a fresh start before two proxies',
      2,
      '1.1.1.1, 192.0.2.8, 10.0.0.2',
      '2.2.2.2, 3.3.3.3, 192.0.2.8, 10.0.0.2',
      true,
    ],
    [
      'does not count by the last proxy but by the client',
      2,
      '192.0.2.9, 10.0.0.2',
      '192.0.2.9, 10.0.0.3',
      true,
    ],
  ])('%s', async (_, trustProxyHops, one, other, together) => {
    const behind = await buildLimited(service, { checksAMinute: 1, trustProxyHops });
    expect((await through(behind, one)).statusCode).toBe(200);
    expect((await through(behind, one)).statusCode).toBe(429);
    expect((await through(behind, other)).statusCode).toBe(together ? 429 : 200);
    await behind.close();
  });
});

it('no log line holds an address', async () => {
  const logging = await buildLimited(service, { checksAMinute: 1 }, { logger: log.logger });
  const from = newAddress();
  await countAnswered([logging], from, 3, SOAP);
  await logging.close();
  expect(log.lines().filter(({ problem }) => problem === 'rate-limited')).toHaveLength(2);
  expect(log.faults([from])).toEqual([]);
});
