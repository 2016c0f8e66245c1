import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROBLEMS, REASONS, VERDICTS } from '@assay/contract';
import { decide } from '../src/decisions/index.ts';
import { askForMetrics, type Metrics, readMetrics } from './support/read-metrics.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf, WORDS } from './support/world.ts';

const TOKEN = 'a-token-of-the-test-that-nobody-guesses';
const BUCKETS = '0.0005 0.001 0.0025 0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 +Inf'.split(' ');
const ELSEWHERE = '203.0.113.7';

let service: TestService;
let genuine: string;
let accused: string;
let before: Metrics;

beforeAll(async () => {
  service = await startService({ env: { METRICS_TOKEN: TOKEN } });
  const world = await makeWorld(service.ctx);
  [genuine, accused] = (await serialsOf(service.ctx, world.range)) as [string, string];
  await decide(service.ctx, OPERATOR, {
    agencyId: world.agency.id,
    number: '1/QĐ',
    reason: WORDS,
    target: { kind: 'serial', gtin: GTIN.medicine, serial: accused },
    signedBy: ['An'],
  });
  await service.settle();
});
afterAll(() => service.close());
beforeEach(async () => {
  before = await readMetrics(service.app);
});

/** How much a number has grown since the test began. */
async function growth(name: string): Promise<number> {
  return ((await readMetrics(service.app)).get(name) ?? 0) - (before.get(name) ?? 0);
}

const unit = (serial: string) => dataMatrix({ gtin: GTIN.medicine, serial });
const barcode = { text: GTIN.milk, format: 'ean_13' } as const;

describe('the metrics', () => {
  it.each([
    ['authentic', 'code-registered', () => unit(genuine)],
    ['unknown', 'no-unit-code', () => barcode],
    ['reported-counterfeit', 'authority-decision', () => unit(accused)],
  ])('count a check that answers %s', async (verdict, reason, request) => {
    expect(await service.check(request())).toMatchObject({ verdict });
    expect(await growth(`assay_checks_total{verdict="${verdict}",reason="${reason}"}`)).toBe(1);
  });

  it('count no check for a shared answer that is looked at again', async () => {
    const { checkId } = await service.check(barcode);
    before = await readMetrics(service.app);
    expect((await service.app.inject(`/v1/checks/${checkId}`)).statusCode).toBe(200);
    expect(await growth('assay_checks_total{verdict="unknown",reason="no-unit-code"}')).toBe(0);
  });

  it('tell how many checks said where they were made, and their share', async () => {
    const { app, check, close } = await startService();
    try {
      for (const place of [{ area: '01' }, { near: [10.75, 106.65] as [number, number] }])
        await check({ ...barcode, place });
      for (let n = 0; n < 6; n++) await check(barcode);
      const metrics = await readMetrics(app);
      expect(metrics.get('assay_checks_with_place_total')).toBe(2);
      expect(metrics.get('assay_checks_with_place_share')).toBe(0.25);
    } finally {
      await close();
    }
  });

  it('count problems by their code, also where no route was reached', async () => {
    await service.refused({ text: '9520001000018', format: 'ean_13' });
    await service.refused('{', { headers: { 'content-type': 'application/json' } });
    await service.app.inject('/%zz');
    expect(await growth('assay_problems_total{code="misread"}')).toBe(1);
    expect(await growth('assay_problems_total{code="invalid-request"}')).toBe(2);
  });

  it('measure requests by pattern and class of status, in rising buckets', async () => {
    const { checkId } = await service.check(barcode);
    await service.app.inject(`/v1/checks/${checkId}`);
    await service.app.inject(`/v1/checks/${'x'.repeat(60)}`);
    await service.app.inject('/nothing-is-here');
    const count = (labels: string) => growth(`assay_request_duration_seconds_count{${labels}}`);
    expect(await count('route="/v1/checks",status="2xx"')).toBe(1);
    expect(await count('route="/v1/checks/:checkId",status="2xx"')).toBe(1);
    expect(await count('route="/v1/checks/:checkId",status="4xx"')).toBe(1);
    expect(await count('route="none",status="4xx"')).toBe(1);

    const all = [...(await readMetrics(service.app))];
    const buckets = all.filter(([name]) =>
      /^assay_request_duration_seconds_bucket.*"\/v1\/checks",status="2xx"/.test(name),
    );
    expect(buckets.map(([name]) => /le="([^"]+)"/.exec(name)?.[1])).toEqual(BUCKETS);
    const counts = buckets.map(([, n]) => n);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  it('tell look-ups of facts that were remembered from those that were not', async () => {
    const lookups = (result: string) => `assay_facts_lookups_total{level="process",result="${result}"}`;
    const unheard = { text: GTIN.unknown, format: 'ean_13' } as const;
    await service.check(unheard);
    expect([await growth(lookups('miss')), await growth(lookups('hit'))]).toEqual([1, 0]);
    await service.check(unheard);
    expect([await growth(lookups('miss')), await growth(lookups('hit'))]).toEqual([1, 1]);
  });

  it('tell freshness, queues and connections of this moment', async () => {
    const metrics = await readMetrics(service.app);
    expect(metrics.get('assay_lease_valid')).toBe(1);
    expect(metrics.get('assay_lease_age_seconds')).toBeLessThan(2);
    expect(metrics.get('assay_observations_waiting')).toBe(0);
    expect(metrics.get('assay_checks_in_flight')).toBe(0);
    for (const pool of ['checks', 'registry']) {
      expect(metrics.get(`assay_pool_waiting{pool="${pool}"}`)).toBe(0);
      expect(metrics.get(`assay_pool_connections{pool="${pool}",state="idle"}`)).toBeGreaterThan(0);
    }
    expect(metrics.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
    expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('say that freshness is lost, while nothing else is answered', async () => {
    const { app, checks, close } = await startService();
    try {
      checks.lease.stop();
      expect((await readMetrics(app)).get('assay_lease_valid')).toBe(0);
    } finally {
      await close();
    }
  });

  it('name nothing but words of closed lists', async () => {
    await service.check({ ...unit(genuine), place: { area: '01' } });
    await service.app.inject({ url: '/SECRET?SECRET=SECRET', remoteAddress: ELSEWHERE });
    const allowed: Record<string, readonly string[]> = {
      verdict: VERDICTS,
      reason: REASONS,
      code: Object.keys(PROBLEMS),
      route: ['none', '/metrics', '/v1/checks', '/v1/checks/:checkId'],
      status: ['2xx', '4xx'],
      le: BUCKETS,
      level: ['process'],
      result: ['hit', 'miss'],
      pool: ['checks', 'registry'],
      state: ['busy', 'idle'],
    };
    const strange = [...(await readMetrics(service.app)).keys()]
      .filter((name) => name.startsWith('assay_'))
      .flatMap((name) => [...name.matchAll(/(\w+)="([^"]*)"/g)])
      .filter(([, label = '', value = '']) => !allowed[label]?.includes(value));
    expect(strange).toEqual([]);
  });
});

describe('whoever asks for the metrics', () => {
  const local = (headers: Record<string, string> = {}) => ({ remoteAddress: '127.0.0.1', headers });
  const elsewhere = (headers: Record<string, string> = {}) => ({ remoteAddress: ELSEWHERE, headers });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it.each([
    ['from this machine', local({ host: 'localhost:8080' })],
    ['from this machine by number', local({ host: '127.0.0.1:8080' })],
    ['from this machine by IPv6', { remoteAddress: '::1', headers: { host: '[::1]:8080' } }],
    [
      'from this machine by IPv4 in IPv6',
      { remoteAddress: '::ffff:127.0.0.1', headers: { host: 'localhost' } },
    ],
    ['from elsewhere with the token', elsewhere(bearer(TOKEN))],
    ['through a proxy with the token', local({ ...bearer(TOKEN), 'x-forwarded-for': ELSEWHERE })],
  ])('gets them %s', async (_, options) => {
    const { statusCode, headers } = await askForMetrics(service.app, options);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each([
    ['from elsewhere', elsewhere()],
    ['from elsewhere, forged as from here', elsewhere({ 'x-forwarded-for': '127.0.0.1', host: 'localhost' })],
    ['from elsewhere with another token', elsewhere(bearer(`${TOKEN}x`))],
    ['from elsewhere with a part of the token', elsewhere(bearer(TOKEN.slice(0, -1)))],
    ['from elsewhere with an empty token', elsewhere({ authorization: 'Bearer ' })],
    ['from elsewhere with the token in another scheme', elsewhere({ authorization: `Basic ${TOKEN}` })],
    ['through a proxy on this machine', local({ 'x-forwarded-for': ELSEWHERE })],
    ['through a proxy that says that it asks for this machine', local({ 'x-forwarded-for': '127.0.0.1' })],
    ['through a proxy after RFC 7239', local({ forwarded: 'for=203.0.113.7' })],
    ['through a proxy that tells the scheme alone', local({ 'x-forwarded-proto': 'https' })],
    ['through a proxy that tells only itself', local({ via: '1.1 proxy' })],
    ['through a proxy that tells nothing but the host', local({ host: 'assay.example' })],
    ['by a name that was made to point here', local({ host: 'localhost.evil.example' })],
    ['through a tunnel of a neighbour', { remoteAddress: '127.0.0.1.evil' }],
  ])('finds nothing %s', async (_, options) => {
    const response = await askForMetrics(service.app, options);
    expect([response.statusCode, response.json()]).toMatchObject([404, { code: 'not-found' }]);
    expect(response.body).not.toContain('assay_');
  });

  it('finds nothing through as many proxies as are trusted', async () => {
    const { app, close } = await startService({ env: { TRUST_PROXY_HOPS: '2' } });
    try {
      const forged = local({ 'x-forwarded-for': '127.0.0.1, 127.0.0.1' });
      expect((await askForMetrics(app, forged)).statusCode).toBe(404);
      expect((await askForMetrics(app, elsewhere(bearer('')))).statusCode).toBe(404);
      expect((await askForMetrics(app, elsewhere(bearer('undefined')))).statusCode).toBe(404);
      expect((await askForMetrics(app, local())).statusCode).toBe(200);
    } finally {
      await close();
    }
  });
});
