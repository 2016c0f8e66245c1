import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckRequest } from '@assay/contract';
import { loadPages } from '../src/pages/load-pages.ts';
import { buildApi } from '../src/serve/build-api.ts';
import { startService, type TestService } from '../test/support/service.ts';
import { openManyLots } from './support/open-many-lots.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from '../test/support/world.ts';
import { type Fuzzed, fuzzedCheck, fuzzedForm, mistypedCheck } from './support/fuzz-bodies.ts';
import { fuzzedRoute, readRoutes, type Route } from './support/fuzz-routes.ts';
import { faultsOfReply } from './support/judge-reply.ts';
import { inParallel } from './support/outcome.ts';
import { randomFrom } from './support/random.ts';
import { brokenHttp, sendRaw } from './support/raw-http.ts';
import { report, size } from './support/size.ts';

const REQUESTS = size({ small: 1_400, full: 19_000 });
const RAW = size({ small: 100, full: 1_000 });
const random = randomFrom(4_711);

let service: TestService;
let app: FastifyInstance;
let routes: Route[];
let checkId: string;
let scans: CheckRequest[];
/** A wildcard that the server's own list leaves out. */
const UNPRINTED: Route = { pattern: '/01/*', methods: ['GET', 'HEAD'] };
const mistakes: string[] = [];

beforeAll(async () => {
  service = await startService({ demo: true, env: { LEASE_QUERY_TIMEOUT_MS: '1000' } });
  const world = await makeWorld(service.ctx);
  await openManyLots(service.ctx, world.milk.id);
  await service.settle();
  const [serial] = await serialsOf(service.ctx, world.range);
  scans = [
    dataMatrix({ gtin: GTIN.medicine, serial: serial!, lot: 'A12' }),
    { text: GTIN.milk, format: 'ean_13' },
    { text: `https://assay.example/01/0${GTIN.medicine}/21/${serial}`, format: 'qr_code' },
    { text: 'VD-00123-26', format: 'typed' },
  ];
  ({ checkId } = await service.check(scans[0]!));
  app = await buildApi({
    config: { settings: service.ctx.settings, publicOrigin: 'https://assay.example', demo: true },
    checks: service.checks,
    db: service.ctx.db,
    logger: pino({ level: 'error' }, { write: (line: string) => void mistakes.push(line) }),
    pages: await loadPages(),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  routes = [...readRoutes(app.printRoutes({ commonPrefix: false })), UNPRINTED];
});
afterAll(async () => {
  await app.close();
  await service.close();
});

it('every route that is described is a route that is fuzzed', async () => {
  const { paths } = (await app.inject('/openapi.json')).json<{ paths: Record<string, object> }>();
  const described = Object.keys(paths).map((path) => path.replace(/\{(\w+)\}/g, ':$1'));
  const patterns = routes.map(({ pattern }) => pattern);
  expect(described.filter((path) => !patterns.includes(path))).toEqual([]);
  expect(patterns).toEqual(
    expect.arrayContaining([
      '/v1/checks',
      '/v1/checks/:checkId',
      '/livez',
      '/readyz',
      '/check',
      '/c/:checkId',
    ]),
  );
});

it.each([
  ['GET', '/v1/checks', 405, 'POST'],
  ['DELETE', '/v1/checks/x', 405, 'GET, HEAD'],
  ['GET', '/check', 405, 'POST'],
  ['PUT', '/livez', 405, 'GET, HEAD'],
  ['POST', '/01/09520001000010', 405, 'GET, HEAD'],
  ['GET', '/v1/nothing', 404, undefined],
  ['POST', '/v1/nothing', 404, undefined],
  ['POST', '/%20nothing/', 404, undefined],
] as const)('%s %s gets %i, and what is allowed', async (method, url, status, allow) => {
  const response = await app.inject({ method, url });
  expect([response.statusCode, response.headers.allow]).toEqual([status, allow]);
  expect(response.headers['content-type']).toContain('application/problem+json');
});

it(`${REQUESTS} odd requests get problem details or a page, and never a 500`, async () => {
  const makers = [
    () => fuzzedCheck(random, random.pick(scans)),
    () => fuzzedCheck(random, random.pick(scans)),
    () => mistypedCheck(random, random.pick(scans)),
    () => fuzzedForm(random, random.pick(scans)),
    () => fuzzedRoute(random, routes, checkId),
    () => fuzzedRoute(random, routes, checkId),
  ];
  const requests = Array.from({ length: REQUESTS }, (_, n) => makers[n % makers.length]!());
  const judged = await inParallel(
    requests.filter(({ url }) => URL.canParse(url, 'http://localhost')),
    8,
    judge,
  );
  tell(judged.map(({ status }) => status));
  expect(mistakes.splice(0)).toEqual([]);
  expect(judged.filter(({ faults }) => faults.length).slice(0, 20)).toEqual([]);
}, 600_000);

it(`${RAW} connections that speak no right HTTP are refused with problem details`, async () => {
  const { port } = app.server.address() as { port: number };
  const attempts = Array.from({ length: RAW }, () => brokenHttp(random));
  const judged = await inParallel(attempts, 16, async ({ bytes, mustRefuse }) => {
    const reply = await sendRaw(port, bytes);
    const statuses = [...(mustRefuse ? [] : [200, 204]), 400, 404, 405, 408, 413, 415];
    const faults = reply
      ? faultsOfReply(reply, { method: 'raw', url: 'raw', statuses })
      : mustRefuse
        ? ['no word']
        : [];
    return { sent: bytes.toString('latin1').slice(0, 120), status: reply?.status, faults, body: reply?.body };
  });
  tell(judged.map(({ status }) => status));
  expect(mistakes.splice(0)).toEqual([]);
  expect(judged.filter(({ faults }) => faults.length).slice(0, 20)).toEqual([]);
}, 600_000);

async function judge(request: Fuzzed) {
  const { kind, method, url, headers, payload } = request;
  const response = await app.inject({
    method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  const reply = { status: response.statusCode, headers: response.headers, body: response.body };
  const faults = faultsOfReply(reply, request);
  const shown = {
    kind,
    method,
    url: url.slice(0, 200),
    headers,
    payload: String(payload ?? '').slice(0, 200),
  };
  return { ...shown, status: reply.status, faults, body: faults.length ? reply.body.slice(0, 200) : '' };
}

function tell(statuses: readonly (number | undefined)[]): void {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(String(status), (counts.get(String(status)) ?? 0) + 1);
  report([...counts].map(([status, n]) => `${n} × ${status}`).join(', '));
}
