import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from './support/world.ts';

let service: TestService;
let serials: string[];

beforeAll(async () => {
  service = await startService({ env: { QUERY_TIMEOUT_MS: '5000', LOCK_TIMEOUT_MS: '4000' } });
  const { range } = await makeWorld(service.ctx);
  serials = await serialsOf(service.ctx, range);
});
afterAll(() => service.close());

it('a service that ends answers the check under way, and says that the connection ends', async () => {
  const { app, checks, ctx } = service;
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const scan = dataMatrix({ gtin: GTIN.medicine, serial: serials[0]! });
  await service.check(scan);
  const holder = await ctx.db.$client.connect();
  await holder.query('begin');
  await holder.query('select from app.unit for update');

  const asked = fetch(new URL('/v1/checks', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(scan),
  });
  await expect.poll(() => checks.inFlight.count).toBe(1);
  const closed = app.close();
  await holder.query('rollback');
  holder.release();

  const reply = await asked;
  expect([reply.status, reply.headers.get('connection')]).toEqual([200, 'close']);
  expect(await reply.json()).toMatchObject({ verdict: 'authentic' });
  await closed;
});
