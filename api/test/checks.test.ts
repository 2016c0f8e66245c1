import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide, reportCodes, warn, withdraw } from '../src/decisions/index.ts';
import { issueCodes, revokeEpoch, rotateEpoch, withdrawCodes } from '../src/codes/index.ts';
import { openBatch, recallBatch, suspendMaker, restoreMaker, verifyMaker } from '../src/registry/index.ts';
import { addDays } from '../src/today.ts';
import { OPERATOR, startService, type TestService } from './support/service.ts';
import { dataMatrix, GTIN, importList, makeWorld, serialsOf, WORDS, type World } from './support/world.ts';

let service: TestService;
let world: World;
let serials: string[];

beforeAll(async () => {
  service = await startService();
  world = await makeWorld(service.ctx);
  serials = await serialsOf(service.ctx, world.range);
});
afterAll(() => service.close());

const medicine = (index: number, more: { lot?: string; expiry?: string } = {}) =>
  dataMatrix({ gtin: GTIN.medicine, serial: serials[index]!, ...more });

describe('a unit code', () => {
  it('that its verified maker issued, with nothing against it, is authentic, in scope of the unit', async () => {
    const answer = await service.check(medicine(0, { lot: 'A12', expiry: '2030-03-31' }));
    expect(answer).toMatchObject({
      verdict: 'authentic',
      scope: 'unit',
      reasons: ['code-registered'],
      flags: [],
      history: { checks: 1, places: 0 },
      batch: { lot: 'A12', expiry: '2030-03-31' },
      registrant: { name: 'Dược phẩm Thử Nghiệm', status: 'verified' },
      source: 'live',
    });
    expect(answer.compared.map(({ result }) => result)).toEqual(['match', 'match']);
  });

  it('counts its checks and the provinces that phones chose to tell', async () => {
    for (const area of ['01', '79', '79']) await service.check({ ...medicine(1), place: { area } });
    const answer = await service.check({ ...medicine(1), place: { near: [21.03, 105.85] } });
    expect(answer.history).toMatchObject({ checks: 4, places: 2 });
    expect(answer.flags).toEqual(['seen-before']);
  });

  it('is counted once for all retries of one scan', async () => {
    const attempt = 'a1b2c3d4e5f60718';
    const first = await service.check({ ...medicine(2), attempt });
    const retried = await service.check({ ...medicine(2), attempt });
    expect([first.history?.checks, retried.history?.checks]).toEqual([1, 1]);
    expect((await service.check(medicine(2))).history?.checks).toBe(2);
  });

  it('that nobody issued is unknown, and writes no unit', async () => {
    const answer = await service.check(dataMatrix({ gtin: GTIN.medicine, serial: 'ABCDEFGHJKMNPQRST' }));
    expect(answer).toMatchObject({ verdict: 'unknown', scope: 'unit', reasons: ['serial-not-issued'] });
    expect(answer.history).toBeUndefined();
  });

  it('typed with look-alikes and hyphens is the same unit; a slip of the hand is a misread', async () => {
    const serial = serials[3]!;
    const spelt = `${serial.slice(0, 4)}-${serial.slice(4, 8)} ${serial.slice(8)}`.toLowerCase();
    const typed = (text: string) => ({ text: `(01)0${GTIN.medicine}(21)${text}`, format: 'typed' as const });
    await service.check(medicine(3));
    const answer = await service.check(typed(spelt.replace(' ', '-')));
    expect(answer).toMatchObject({ verdict: 'authentic', history: { checks: 2 } });
    const wrong = `${serial.slice(0, 16)}${serial[16] === '0' ? '1' : '0'}`;
    expect(await service.refused(typed(wrong))).toMatchObject({
      code: 'misread',
      status: 400,
      why: 'serial-check',
    });
  });

  it('with another lot or expiry than its own in the code is a mismatch', async () => {
    expect((await service.check(medicine(4, { lot: 'B99' }))).reasons[0]).toBe('lot-mismatch');
    expect((await service.check(medicine(4, { expiry: '2031-01-31' }))).reasons[0]).toBe('expiry-mismatch');
  });

  it('compares what a person reads on the pack, without letting a match raise anything (R13)', async () => {
    const printed = { lot: 'LOT a-12', expiry: '03/2030' };
    const fits = await service.check({ ...medicine(5), printed });
    expect(fits.compared).toEqual([
      { field: 'lot', printed: 'LOT a-12', registered: 'A12', result: 'match' },
      { field: 'expiry', printed: '2030-03-31', registered: '2030-03-31', result: 'match' },
    ]);
    const differs = await service.check({ ...medicine(5), printed: { lot: 'C1' } });
    expect(differs).toMatchObject({ verdict: 'unknown', reasons: ['lot-mismatch', 'code-registered'] });
    expect((await service.refused({ ...medicine(5), printed: { expiry: 'soon' } })).errors?.[0]?.path).toBe(
      '/printed/expiry',
    );
  });

  it('of a product that was scanned without its serial says where the unit code is (R3)', async () => {
    const answer = await service.check({ text: GTIN.medicine, format: 'ean_13' });
    expect(answer).toMatchObject({
      verdict: 'unknown',
      scope: 'product',
      reasons: ['unit-code-required'],
      help: { unitCodesSince: '2026-01-01', emergency: '115' },
    });
    expect((await service.check(dataMatrix({ gtin: GTIN.medicine, lot: 'A12' }))).verdict).toBe('unknown');
  });
});

describe('states of issued codes', () => {
  it('reserved codes are not released, withdrawn ones are withdrawn, revoked epochs are revoked', async () => {
    const { ctx, check, settle } = service;
    const reserved = await issueCodes(ctx, OPERATOR, { productId: world.cream.id, quantity: 10 });
    const [serial] = await serialsOf(ctx, reserved);
    await settle();
    const scan = dataMatrix({ gtin: GTIN.cream, serial: serial! });
    expect((await check(scan)).reasons[0]).toBe('not-released');

    const lot = await openBatch(ctx, OPERATOR, { productId: world.cream.id, lot: 'K1' });
    const issued = await issueCodes(ctx, OPERATOR, {
      productId: world.cream.id,
      quantity: 10,
      batchId: lot.id,
    });
    const [kept, spoilt] = await serialsOf(ctx, issued);
    await withdrawCodes(ctx, OPERATOR, {
      ...issued,
      first: issued.first + 1,
      last: issued.first + 1,
      state: 'destroyed',
      reason: WORDS,
    });
    await settle();
    expect((await check(dataMatrix({ gtin: GTIN.cream, serial: kept! }))).reasons).toEqual([
      'code-registered',
    ]);
    expect((await check(dataMatrix({ gtin: GTIN.cream, serial: spoilt! }))).reasons[0]).toBe(
      'code-withdrawn',
    );

    const { epoch } = await rotateEpoch(ctx, OPERATOR, { productId: world.cream.id, why: 'test' });
    const next = await issueCodes(ctx, OPERATOR, { productId: world.cream.id, quantity: 1, batchId: lot.id });
    expect(next.epoch).toBe(epoch);
    const [fresh] = await serialsOf(ctx, next);
    await revokeEpoch(ctx, OPERATOR, { productId: world.cream.id, epoch: issued.epoch, reason: WORDS });
    await settle();
    expect((await check(dataMatrix({ gtin: GTIN.cream, serial: kept! }))).reasons[0]).toBe('codes-revoked');
    expect((await check(dataMatrix({ gtin: GTIN.cream, serial: fresh! }))).verdict).toBe('authentic');
  });
});

describe('a plain barcode', () => {
  it('of a registered milk without unit codes names the product and finds the recalled lot', async () => {
    const { ctx, check, settle } = service;
    const lot = await openBatch(ctx, OPERATOR, {
      productId: world.milk.id,
      lot: 'B03',
      expiry: '2027-05-31',
    });
    await recallBatch(ctx, OPERATOR, { batchId: lot.id, reason: WORDS });
    await settle();
    const scan = { text: GTIN.milk, format: 'ean_13' as const };
    const answer = await check(scan);
    expect(answer).toMatchObject({
      reasons: ['no-unit-code'],
      flags: ['lot-alerts'],
      product: { name: 'Sữa thử' },
    });
    expect(answer.help.alerts).toMatchObject([{ kind: 'recall', lots: ['B03'] }]);
    expect(answer.help.whereCode).toBeUndefined();
    const found = await check({ ...scan, printed: { lot: 'b 03' } });
    expect(found).toMatchObject({ flags: ['recalled'], recall: { lot: 'B03' }, scope: 'batch' });
  });

  it('whose print names a recalled lot is recalled, whatever lot its code names', async () => {
    const { ctx, check, settle } = service;
    const lot = await openBatch(ctx, OPERATOR, { productId: world.medicine.id, lot: 'R07' });
    await recallBatch(ctx, OPERATOR, { batchId: lot.id, reason: WORDS });
    await settle();
    const answer = await check({ ...medicine(60, { lot: 'A12' }), printed: { lot: 'R07' } });
    expect(answer).toMatchObject({ reasons: ['lot-mismatch', 'code-registered'], recall: { lot: 'R07' } });
    expect(answer.flags).toContain('recalled');
  });

  it('earns authentic only for a low-risk product that was granted barcodes alone', async () => {
    const soap = await service.check({ text: GTIN.soap, format: 'ean_13' });
    expect(soap).toMatchObject({ verdict: 'authentic', scope: 'product', reasons: ['barcode-registered'] });
    const nobody = await service.check({ text: GTIN.unknown, format: 'ean_13' });
    expect(nobody).toMatchObject({ verdict: 'unknown', reasons: ['not-registered'] });
    expect((await service.check({ text: GTIN.pending, format: 'ean_13' })).reasons[0]).toBe(
      'brand-not-verified',
    );
  });

  it('with a wrong check digit is a misread when typed, and a broken code when printed in two dimensions', async () => {
    const wrong = `${GTIN.soap.slice(0, 12)}${(Number(GTIN.soap[12]) + 1) % 10}`;
    expect(await service.refused({ text: wrong, format: 'typed' })).toMatchObject({
      code: 'misread',
      status: 400,
    });
    expect(await service.refused({ text: `010${wrong}`, format: 'data_matrix', aim: ']d2' })).toMatchObject({
      code: 'malformed-code',
    });
  });
});

describe('other codes', () => {
  it.each([
    [{ text: 'VD-00123-26', format: 'typed' }, 'registration-number'],
    [{ text: 'hello', format: 'qr_code' }, 'not-a-product-code'],
    [{ text: 'https://example.com/login', format: 'qr_code' }, 'foreign-link'],
    [{ text: `https://evil.example/01/0${GTIN.medicine}/21/ABC`, format: 'qr_code' }, 'foreign-link'],
    [{ text: '9780306406157', format: 'ean_13' }, 'not-a-product-code'],
    [{ text: '2012345678903', format: 'ean_13' }, 'store-internal-code'],
  ] as const)('%o is answered as %s', async (request, reason) => {
    const answer = await service.check(request);
    expect(answer).toMatchObject({ verdict: 'unknown' });
    expect(answer.reasons[0]).toBe(reason);
  });

  it('a genuine code on a foreign host is never authentic (R11), on our host or the declared one it is', async () => {
    const path = `/01/0${GTIN.medicine}/21/${serials[7]}`;
    const on = (origin: string) => service.check({ text: `${origin}${path}`, format: 'qr_code' });
    expect((await on('https://evil.example')).reasons.slice(0, 1)).toEqual(['foreign-link']);
    expect((await on('https://assay.example')).verdict).toBe('authentic');
    expect((await on('https://ma.thunghiem.example')).verdict).toBe('authentic');
  });
});

describe('decisions, reports and warnings', () => {
  it('a decision on one serial turns it red, its neighbour stays, and withdrawal by two people turns it back', async () => {
    const { ctx, check, settle } = service;
    const { id } = await decide(ctx, OPERATOR, {
      agencyId: world.agency.id,
      target: { kind: 'serial', gtin: GTIN.medicine, serial: serials[20]! },
      number: '12/QĐ',
      reason: WORDS,
      signedBy: ['An'],
    });
    await settle();
    const red = await check(medicine(20));
    expect(red).toMatchObject({
      verdict: 'reported-counterfeit',
      scope: 'unit',
      accusation: { kind: 'authority', number: '12/QĐ', by: { en: 'Test agency' } },
    });
    expect(red.reasons[0]).toBe('authority-decision');
    expect((await check(medicine(21))).verdict).toBe('authentic');
    await expect(
      withdraw(ctx, OPERATOR, { decisionId: id, reason: WORDS, signedBy: ['An'] }),
    ).rejects.toThrow('two');
    await withdraw(ctx, OPERATOR, { decisionId: id, reason: WORDS, signedBy: ['An', 'Bình'] });
    await settle();
    expect((await check(medicine(20))).verdict).toBe('authentic');
    await expect(
      withdraw(ctx, OPERATOR, { decisionId: id, reason: WORDS, signedBy: ['An', 'Bình'] }),
    ).rejects.toThrow('already');
  });

  it("a maker's block says so and lapses", async () => {
    const { ctx, check, settle } = service;
    await reportCodes(ctx, OPERATOR, {
      productId: world.medicine.id,
      serials: [serials[30]!, serials[31]!],
      reason: WORDS,
      signedBy: ['Chi'],
    });
    await settle();
    expect(await check(medicine(31))).toMatchObject({
      verdict: 'reported-counterfeit',
      accusation: { kind: 'maker', scope: 'unit' },
    });
    const { today } = service.checks;
    service.checks.today = () => addDays(today(), 31);
    expect((await check(medicine(31))).verdict).toBe('authentic');
    service.checks.today = today;
  });

  it('a warning on goods that nobody registered shows on their code, and the verdict stays unknown', async () => {
    const { ctx, check, settle } = service;
    await warn(ctx, OPERATOR, {
      agencyId: world.agency.id,
      target: { kind: 'gtin', gtin: GTIN.unknown },
      reason: WORDS,
      signedBy: ['An'],
      name: 'Viên uống lạ',
    });
    await settle();
    expect(await check({ text: GTIN.unknown, format: 'ean_13' })).toMatchObject({
      verdict: 'unknown',
      reasons: ['not-registered'],
      flags: ['authority-warning'],
      warning: { name: 'Viên uống lạ' },
    });
  });

  it('a warning by rule on a registration number applies to later dates only (R12)', async () => {
    const { ctx, check, settle } = service;
    await warn(ctx, OPERATOR, {
      agencyId: world.agency.id,
      target: { kind: 'registration', number: 'vd-77777-25', madeAfter: '2026-01-31' },
      reason: WORDS,
      signedBy: ['An'],
    });
    await settle();
    const typed = (made?: string) =>
      check({ text: 'VD-77777-25', format: 'typed', ...(made ? { printed: { made } } : {}) });
    expect((await typed('15/02/2026')).flags).toContain('authority-warning');
    expect((await typed('15/01/2026')).flags).toEqual([]);
    expect((await typed()).flags).toEqual(['lot-alerts']);
  });

  it('a decision about a whole product takes two officers', async () => {
    const order = {
      agencyId: world.agency.id,
      target: { kind: 'gtin' as const, gtin: GTIN.soap },
      number: '13/QĐ',
      reason: WORDS,
    };
    await expect(decide(service.ctx, OPERATOR, { ...order, signedBy: ['An', 'An '] })).rejects.toThrow(
      'two people',
    );
    const { id } = await decide(service.ctx, OPERATOR, { ...order, signedBy: ['An', 'Bình'] });
    await service.settle();
    const red = await service.check({ text: GTIN.soap, format: 'ean_13' });
    expect(red).toMatchObject({ verdict: 'reported-counterfeit', scope: 'product' });
    await withdraw(service.ctx, OPERATOR, { decisionId: id, reason: WORDS, signedBy: ['An', 'Bình'] });
    await service.settle();
  });
});

describe('imported codes', () => {
  it('are known by their HMAC alone; a guessable list of a high-risk product proves nothing', async () => {
    const { ctx, check, settle } = service;
    const random = await openBatch(ctx, OPERATOR, { productId: world.cream.id, lot: 'R1' });
    const list = Array.from({ length: 500 }, () =>
      Math.random().toString(36).slice(2, 14).toUpperCase().padEnd(12, 'X'),
    );
    const good = await importList(ctx, random.id, [
      ...list,
      list[0]!,
      'too-long-to-be-a-serial',
      'mit Leerzeichen',
    ]);
    expect(good).toMatchObject({ accepted: 500, already: 0, rejected: 3 });
    expect(
      good.rejectedRows
        .map(({ line, reason }) => [line, reason])
        .toSorted(([a], [b]) => Number(a) - Number(b)),
    ).toEqual([
      [502, 'twice-in-file'],
      [503, 'too-long'],
      [504, 'characters'],
    ]);
    expect((await importList(ctx, random.id, list)).already).toBe(500);
    const counter = await openBatch(ctx, OPERATOR, { productId: world.cream.id, lot: 'R2' });
    const guessable = await importList(
      ctx,
      counter.id,
      Array.from({ length: 500 }, (_, n) => String(100_000 + n)),
    );
    expect(guessable.guessability.guessable).toBe(true);
    await settle();
    expect(await check(dataMatrix({ gtin: GTIN.cream, serial: list[7]! }))).toMatchObject({
      verdict: 'authentic',
      reasons: ['code-registered'],
      history: { checks: 1 },
    });
    expect((await check(dataMatrix({ gtin: GTIN.cream, serial: '100007' }))).reasons[0]).toBe('no-unit-code');
    expect((await check(dataMatrix({ gtin: GTIN.cream, serial: '999999' }))).reasons[0]).toBe(
      'not-yet-listed',
    );
    expect(
      (await check({ ...dataMatrix({ gtin: GTIN.cream, serial: list[7]! }), format: 'data_matrix' })).verdict,
    ).toBe('authentic');
  });
});

describe('a counter sent in small pieces', () => {
  it('is as guessable as one sent whole, also in the lot that came first', async () => {
    const { ctx, check, settle } = service;
    for (const [index, lot] of ['P1', 'P2'].entries()) {
      const { id } = await openBatch(ctx, OPERATOR, { productId: world.cream.id, lot });
      await importList(ctx, id, [`PIECE-70${index}`]);
    }
    await settle();
    for (const serial of ['PIECE-700', 'PIECE-701']) {
      expect((await check(dataMatrix({ gtin: GTIN.cream, serial }))).reasons[0]).toBe('no-unit-code');
    }
  });
});

describe('makers', () => {
  it('suspended and restored, pending and verified: the answers follow', async () => {
    const { ctx, check, settle } = service;
    const soap = { text: GTIN.soap, format: 'ean_13' as const };
    await suspendMaker(ctx, OPERATOR, { makerId: world.maker.id, reason: WORDS });
    await settle();
    expect(await check(soap)).toMatchObject({
      verdict: 'unknown',
      reasons: ['brand-suspended'],
      registrant: { suspendedFor: WORDS },
    });
    expect((await check(medicine(40))).verdict).toBe('unknown');
    await restoreMaker(ctx, OPERATOR, { makerId: world.maker.id, reason: WORDS, signedBy: ['An', 'Bình'] });
    await verifyMaker(ctx, OPERATOR, { makerId: world.pending.id, how: WORDS });
    await settle();
    expect((await check(soap)).verdict).toBe('authentic');
    expect((await check({ text: GTIN.pending, format: 'ean_13' })).verdict).toBe('authentic');
  });
});

describe('a check id', () => {
  it('shows then and now without counting, and four characters of the serial', async () => {
    const answer = await service.check(medicine(50));
    const again = await service.app.inject(`/v1/checks/${answer.checkId}`);
    expect(again.json()).toMatchObject({
      then: { verdict: 'authentic', reasons: ['code-registered'] },
      now: {
        verdict: 'authentic',
        history: { checks: 1 },
        identity: { serial: `${serials[50]!.slice(0, 4)}…` },
      },
      changed: false,
    });
    expect(again.body).not.toContain(serials[50]);
    expect((await service.app.inject(`/v1/checks/${answer.checkId.slice(0, -2)}AA`)).statusCode).toBe(404);
  });
});
