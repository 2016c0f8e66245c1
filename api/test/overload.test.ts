import { afterAll, beforeAll, expect, it } from 'vitest';
import { paths, type Problem } from '@assay/contract';
import { startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from './support/world.ts';

const AT_ONCE = 4;

let service: TestService;
let url: string;
let scans: { text: string }[];

beforeAll(async () => {
  service = await startService({
    demo: true,
    env: { CHECKS_IN_FLIGHT: String(AT_ONCE), QUERY_TIMEOUT_MS: '5000', LOCK_TIMEOUT_MS: '4000' },
  });
  const { range } = await makeWorld(service.ctx);
  const serials = await serialsOf(service.ctx, range);
  scans = serials.slice(0, AT_ONCE).map((serial) => dataMatrix({ gtin: GTIN.medicine, serial }));
  url = await service.app.listen({ host: '127.0.0.1', port: 0 });
  await Promise.all(scans.map((scan) => post(scan)));
});
afterAll(() => service.close());

const post = (scan: object) =>
  fetch(`${url}/v1/checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(scan),
  });
const soap = { text: GTIN.soap, format: 'ean_13' };

/** Runs while as many checks are under way as the process takes on, all waiting for rows that somebody holds. */
async function whileBusy(checks: number, run: () => Promise<void>): Promise<Response[]> {
  const holder = await service.ctx.db.$client.connect();
  await holder.query('begin');
  await holder.query('select from app.unit for update');
  const waiting = scans.slice(0, checks).map((scan) => post(scan));
  try {
    await expect.poll(() => service.checks.inFlight.count).toBe(checks);
    await run();
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  return Promise.all(waiting);
}

it('a check beyond what a process takes on is refused at once, and those under way are answered', async () => {
  const answered = await whileBusy(AT_ONCE, async () => {
    const refused = await post(soap);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(((await refused.json()) as Problem).code).toBe('unavailable');
  });
  expect(answered.map(({ status }) => status)).toEqual(scans.map(() => 200));
  await expect.poll(() => service.checks.inFlight.count).toBe(0);
  expect((await post(soap)).status).toBe(200);
});

it('everything but checks and health is refused while checks are half of what they may be', async () => {
  await whileBusy(AT_ONCE / 2, async () => {
    expect((await fetch(`${url}${paths.samplesJson}`)).status).toBe(503);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await post(soap)).status).toBe(200);
  });
  expect((await fetch(`${url}${paths.samplesJson}`)).status).toBe(200);
});

it('a check that its phone gave up is not counted as under way for ever', async () => {
  const leaving = new AbortController();
  await whileBusy(1, async () => {
    const left = fetch(`${url}/v1/checks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(scans[3]),
      signal: leaving.signal,
    });
    await expect.poll(() => service.checks.inFlight.count).toBe(2);
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
  });
  await expect.poll(() => service.checks.inFlight.count).toBe(0);
});

it('checks that are injected are counted down as well', async () => {
  for (let check = 0; check < 3 * AT_ONCE; check++) await service.check(soap as never);
  expect(service.checks.inFlight.count).toBe(0);
});
