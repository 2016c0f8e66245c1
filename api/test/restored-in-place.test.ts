import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { beginAnewAfterwards } from '../src/backup/index.ts';
import { decide, withdraw } from '../src/decisions/index.ts';
import { ask, type Backups, openBackups } from './support/backups.ts';
import { createDatabase } from './support/create-database.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { GTIN, makeWorld, WORDS } from './support/world.ts';

const BARCODE = { text: GTIN.soap, format: 'ean_13' as const };
const SIGNERS = ['Một', 'Hai'];

let backups: Backups;
beforeAll(() => {
  backups = openBackups();
});
afterAll(() => backups.close());

it.each([
  ['leaps forward', 0],
  ['stands still', -(2 ** 32) + 1],
  ['runs backwards', -(2 ** 32) - 1],
])(
  'a process that goes on while its database is restored serves nothing that it remembers: the clock %s',
  async (_, shift) => {
    const service = await startService();
    const { agency } = await makeWorld(service.ctx);
    const { id } = await decide(service.ctx, OPERATOR, {
      agencyId: agency.id,
      number: '1/QĐ',
      reason: WORDS,
      target: { kind: 'gtin', gtin: GTIN.soap },
      signedBy: SIGNERS,
    });
    const accused = await backups.backUp(service);
    await withdraw(service.ctx, OPERATOR, { decisionId: id, reason: WORDS, signedBy: SIGNERS });
    await service.settle();
    expect(await service.check(BARCODE)).toMatchObject({ verdict: 'authentic' });

    await replaceDatabase(service, accused, shift);
    await expect.poll(() => service.settle().then(() => service.checks.lease.valid())).toBe(true);
    expect(await service.check(BARCODE)).toMatchObject({ verdict: 'reported-counterfeit' });
    await service.close();
  },
);

it('after a restore by other means an operator begins anew by a command', async () => {
  const service = await startService();
  await makeWorld(service.ctx);
  const [before] = await ask<{ v: number }>(
    service.database,
    'select v::float8 as v from app.registry_clock',
  );
  const { opened } = await beginAnewAfterwards(service.ctx, OPERATOR, service.database.ownerUrl);
  const [after] = await ask<{ v: number }>(service.database, 'select v::float8 as v from app.registry_clock');
  expect([opened, after!.v - before!.v]).toEqual([1, 2 ** 32]);
  await service.close();
});

/** Puts a restored database in the place of the one that a service uses, its clock moved by so many versions. */
async function replaceDatabase(service: TestService, dir: string, shift: number): Promise<void> {
  const restored = await createDatabase({ empty: true });
  await backups.restore(dir, service.keys, { into: restored });
  await ask(restored, 'update app.registry_clock set v = v + $1', [shift]);
  const { ownerUrl, appUrl } = inject('testServer');
  const nameOf = (url: string) => new URL(url).pathname.slice(1);
  const old = nameOf(service.database.ownerUrl);
  await ask({ ownerUrl }, `alter database ${old} allow_connections false`);
  const itsOwn = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`;
  await ask({ ownerUrl: appUrl }, itsOwn, [old]);
  await service.database.drop();
  await ask({ ownerUrl }, `alter database ${nameOf(restored.ownerUrl)} rename to ${old}`);
}
