import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TABLES_LOCK } from '../src/db/tables-lock.ts';
import { JOBS } from '../src/worker/jobs.ts';
import { startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from './support/world.ts';

let service: TestService;
let owner: pg.Client;

beforeAll(async () => {
  service = await startService();
  owner = new pg.Client(service.database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await service.close();
});

const run = (name: string) => JOBS.find((job) => job.name === name)!.run(service.ctx);
const numberOf = async (sql: string) => Number((await owner.query<{ n: string }>(sql)).rows[0]!.n);

it('makes the partitions of the coming days once, as a role that owns nothing', async () => {
  await owner.query(`do $$ declare p text; begin
    for p in select inhrelid::regclass::text from pg_inherits where inhparent = 'app.check_event'::regclass loop
      if p <> 'app.check_event_rest' then execute 'drop table ' || p; end if;
    end loop; end $$`);
  expect(await run('make-event-days')).toEqual({ made: 8 });
  expect(await run('make-event-days')).toEqual({ made: 0 });
});

it.each(['make-event-days', 'roll-up-events'])(
  'puts off %s while a backup needs the tables, instead of making checks wait',
  async (name) => {
    await owner.query('select pg_advisory_lock_shared($1)', [TABLES_LOCK]);
    expect(await run(name)).toEqual({ postponed: 1 });
    await owner.query('select pg_advisory_unlock_shared($1)', [TABLES_LOCK]);
    expect(await run(name)).not.toHaveProperty('postponed');
  },
);

it('keeps events for their time, then only their monthly counts', async () => {
  const world = await makeWorld(service.ctx);
  const [serial] = await serialsOf(service.ctx, world.range);
  await service.settle();
  await service.check({ ...dataMatrix({ gtin: GTIN.medicine, serial: serial! }), place: { area: '01' } });
  await owner.query(`select app.make_event_days(current_date - 500, 1)`);
  await owner.query(`insert into app.check_event select current_date - 500, gtin, epoch, idx, n, hour, province, marks
    from app.check_event`);
  expect(await run('roll-up-events')).toEqual({ dropped: 1 });
  expect(await run('roll-up-events')).toEqual({ dropped: 0 });
  expect(await numberOf('select count(*) as n from app.check_event')).toBe(1);
  expect(await numberOf('select sum(n) as n from app.check_month')).toBe(1);
});

it('forgets changes after ten minutes, and not before', async () => {
  await owner.query(`insert into app.change (v, key, at) values (0, 'g:old', now() - interval '11 minutes')`);
  const before = await numberOf('select count(*) as n from app.change');
  expect(await run('prune-changes')).toEqual({ pruned: 1 });
  expect(await numberOf('select count(*) as n from app.change')).toBe(before - 1);
});

it('writes checks that touch no unit as sums, by product, province and reason', async () => {
  const soap = { text: GTIN.soap, format: 'ean_13' as const };
  await service.check(soap);
  await service.check({ ...soap, place: { area: '79' } });
  await service.check({ text: GTIN.unknown, format: 'ean_13' });
  await service.checks.sums.flush();
  await service.check(soap);
  await service.checks.sums.flush();
  const { rows } = await owner.query(
    'select gtin::text, province, reason, sum(n)::int as n from app.check_sum group by 1, 2, 3 order by 1, 2',
  );
  expect(rows).toEqual([
    { gtin: '0', province: -1, reason: 'not-registered', n: 1 },
    { gtin: GTIN.soap, province: -1, reason: 'barcode-registered', n: 2 },
    { gtin: GTIN.soap, province: 27, reason: 'barcode-registered', n: 1 },
  ]);
});
