import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueCodes } from '../src/codes/index.ts';
import { openEpoch, unwrapEpoch } from '@assay/serials';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf } from './support/world.ts';

let service: TestService;
let serials: string[];
let innerCode: (position: number) => string;

beforeAll(async () => {
  service = await startService();
  const world = await makeWorld(service.ctx);
  const range = await issueCodes(service.ctx, OPERATOR, {
    productId: world.medicine.id,
    quantity: 10,
    batchId: world.lot.id,
    innerCodes: true,
  });
  serials = await serialsOf(service.ctx, range);
  await service.settle();
  const facts = await service.checks.source.about(`g:0${GTIN.medicine}`);
  const row = facts.epochs.find(({ epoch }) => epoch === range.epoch)!;
  const secret = unwrapEpoch(service.keys.serials, row.wrapped, row.subject, row.epoch, row.issuer);
  const cipher = openEpoch(secret, row.subject, row.epoch);
  innerCode = (position) => cipher.innerCode(range.first + position);
});
afterAll(() => service.close());

const scan = (position: number) => dataMatrix({ gtin: GTIN.medicine, serial: serials[position]! });

describe('the code under the scratch layer', () => {
  it('is offered, opens the pack once, and a retry of that scan is no second opening', async () => {
    expect((await service.check(scan(0))).flags).toEqual(['inner-code-available']);
    const attempt = '00112233445566aa';
    const typed = innerCode(0).replace(/(...)(...)(...)/, '$1-$2 $3');
    expect((await service.check({ ...scan(0), attempt, innerCode: typed })).flags).toEqual(['seen-before']);
    expect((await service.check({ ...scan(0), attempt, innerCode: typed })).flags).toEqual(['seen-before']);
    expect((await service.check(scan(0))).flags).toContain('opened-before');
    expect((await service.check({ ...scan(0), innerCode: typed })).flags).toContain('opened-before');
  });

  it('of another pack is wrong; five wrong ones in an hour make it wait, for this pack alone', async () => {
    for (let tries = 0; tries < 5; tries++) {
      expect((await service.check({ ...scan(1), innerCode: innerCode(2) })).flags).toContain(
        'inner-code-wrong',
      );
    }
    expect(await service.refused({ ...scan(1), innerCode: innerCode(1) })).toMatchObject({
      code: 'rate-limited',
      status: 429,
    });
    expect((await service.check({ ...scan(2), innerCode: innerCode(2) })).flags).not.toContain(
      'inner-code-wrong',
    );
  });

  it('with a wrong check digit is a misread and not a try', async () => {
    const wrong = innerCode(3).slice(0, 8) + ((Number(innerCode(3)[8]) + 1) % 10);
    for (let tries = 0; tries < 6; tries++) {
      expect(await service.refused({ ...scan(3), innerCode: wrong })).toMatchObject({
        why: 'inner-code-check',
      });
    }
    expect((await service.check({ ...scan(3), innerCode: innerCode(3) })).flags).not.toContain(
      'inner-code-wrong',
    );
  });
});
