import { randomBytes } from 'node:crypto';
import { inject, afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../src/decisions/index.ts';
import { type PgBouncer, startPgBouncer } from './support/pgbouncer.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf, WORDS, type World } from './support/world.ts';
import type { TestServer } from './support/cluster.ts';

const CONNECTIONS = 3;

let pgbouncer: PgBouncer;
let service: TestService;
let world: World;
let serials: string[];

beforeAll(async () => {
  const { appUrl }: TestServer = inject('testServer');
  pgbouncer = await startPgBouncer(appUrl, CONNECTIONS);
  service = await startService({ env: { DATABASE_POOLED: '1' }, route: (url) => pgbouncer.through(url) });
  world = await makeWorld(service.ctx);
  serials = await serialsOf(service.ctx, world.range);
});
afterAll(async () => {
  await service.close();
  await pgbouncer.close();
});

const scan = (serial: string) => ({
  ...dataMatrix({ gtin: GTIN.medicine, serial }),
  attempt: randomBytes(8).toString('hex'),
});

describe('through a PgBouncer in transaction mode', () => {
  it('makers register and shoppers check as without one', async () => {
    expect(await service.check({ text: GTIN.soap, format: 'ean_13' })).toMatchObject({
      verdict: 'authentic',
      scope: 'product',
    });
    expect(await service.check(scan(serials[0]!))).toMatchObject({ verdict: 'authentic', scope: 'unit' });
  });

  it('200 checks of one unit at once over few connections are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => service.check(scan(serials[1]!))));
    const counts = answers.map(({ history }) => history!.checks).toSorted((a, b) => a - b);
    expect(counts).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('a decision is seen by the next check of the unit', async () => {
    await decide(service.ctx, OPERATOR, {
      agencyId: world.agency.id,
      target: { kind: 'serial', gtin: GTIN.medicine, serial: serials[2]! },
      number: '1/QĐ',
      reason: WORDS,
      signedBy: ['An'],
    });
    expect((await service.check(scan(serials[2]!))).verdict).toBe('reported-counterfeit');
  });

  it('a check of a unit that another transaction holds gives up after its own bound', async () => {
    await service.check(scan(serials[3]!));
    const holder = await service.ctx.db.$client.connect();
    await holder.query('begin');
    await holder.query('select from app.unit for update');
    try {
      const problem = await service.refused(scan(serials[3]!));
      expect(problem.code).toBe('unavailable');
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    expect((await service.check(scan(serials[3]!))).history?.checks).toBe(2);
  });
});
