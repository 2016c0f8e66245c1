import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide, reportCodes } from '../src/decisions/index.ts';
import { revokeEpoch, withdrawCodes } from '../src/codes/index.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, makeWorld, serialsOf, WORDS, type World } from './support/world.ts';

let service: TestService;
let world: World;
let serials: string[];

beforeAll(async () => {
  service = await startService();
  world = await makeWorld(service.ctx);
  serials = await serialsOf(service.ctx, world.range);
});
afterAll(() => service.close());

/** As the label shows it, and as a hand may type it. */
const inGroups = (serial: string) =>
  ` ${serial.slice(0, 4)}-${serial.slice(4, 8)}-${serial.slice(8, 12)}-${serial.slice(12)} `.toLowerCase();
const verdictOf = async (index: number) =>
  (await service.check(dataMatrix({ gtin: GTIN.medicine, serial: serials[index]! }))).verdict;
const order = () => ({ agencyId: world.agency.id, number: '1/QĐ', reason: WORDS });
const range = (first: number, last: number) => ({ ...world.range, first, last });

it('a decision finds its unit also when its serial was typed in groups and in small letters', async () => {
  const target = { kind: 'serial', gtin: GTIN.medicine, serial: inGroups(serials[1]!) } as const;
  await decide(service.ctx, OPERATOR, { ...order(), target, signedBy: ['An'] });
  await service.settle();
  expect(await verdictOf(1)).toBe('reported-counterfeit');
});

it('a maker blocks its unit also when its serial was typed in groups and in small letters', async () => {
  const report = { productId: world.medicine.id, reason: WORDS, signedBy: ['Chi'] };
  await reportCodes(service.ctx, OPERATOR, { ...report, serials: [inGroups(serials[2]!)] });
  await service.settle();
  expect(await verdictOf(2)).toBe('reported-counterfeit');
});

it('a decision about a range of packs takes two officers (R5)', async () => {
  const target = { kind: 'range', gtin: GTIN.medicine, ...range(10, 11) } as const;
  await expect(decide(service.ctx, OPERATOR, { ...order(), target, signedBy: ['An'] })).rejects.toThrow(
    'two people',
  );
});

it('a range that runs backwards takes no codes off a count of signers', async () => {
  const report = { productId: world.medicine.id, reason: WORDS, signedBy: ['Chi'] };
  const ranges = [range(0, 999), range(999, 1)];
  await expect(reportCodes(service.ctx, OPERATOR, { ...report, ranges })).rejects.toThrow('backwards');
});

it('a withdrawn code does not come back as exported', async () => {
  const codes = { ...range(20, 20), reason: WORDS };
  await withdrawCodes(service.ctx, OPERATOR, { ...codes, state: 'withdrawn' });
  await expect(withdrawCodes(service.ctx, OPERATOR, { ...codes, state: 'exported' })).rejects.toThrow(
    'withdrawn',
  );
  await service.settle();
  expect(await verdictOf(20)).toBe('unknown');
});

it('a decision stays when the epoch of its unit is revoked', async () => {
  const target = { kind: 'range', gtin: GTIN.medicine, epoch: 1, first: 30, last: 30 } as const;
  await decide(service.ctx, OPERATOR, { ...order(), target, signedBy: ['An'] });
  await revokeEpoch(service.ctx, OPERATOR, { productId: world.medicine.id, epoch: 1, reason: WORDS });
  await service.settle();
  expect(await verdictOf(30)).toBe('reported-counterfeit');
  expect(await verdictOf(31)).toBe('unknown');
});
